import { createHash } from 'node:crypto'

const STYLE = `
  :root { color-scheme: light dark; --text: #1b1f24; --soft: #57606a; --back: #f6f7f9; --card: #fff; --line: #d0d7de;
    --good: #137a3f; --bad: #b3261e; --button: #1b1f24; --on-button: #fff; --focus: #0969da }
  @media (prefers-color-scheme: dark) {
    :root { --text: #e8eaed; --soft: #9da7b1; --back: #16181b; --card: #202327; --line: #3a3f45;
      --good: #5fd08f; --bad: #ff8a80; --button: #e8eaed; --on-button: #16181b; --focus: #58a6ff }
  }
  * { box-sizing: border-box }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem;
    font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back) }
  main { width: min(28rem, 100%); padding: 1.5rem; border: 1px solid var(--line); border-radius: 12px;
    background: var(--card); overflow-wrap: anywhere }
  h1 { margin: 0 0 .5rem; font-size: 1.25rem; line-height: 1.3 }
  h1.good { color: var(--good) }
  h1.bad { color: var(--bad) }
  p { margin: .5rem 0 0 }
  .bad { color: var(--bad) }
  footer { margin-top: 1.25rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem }
  form { margin-top: 1rem; display: grid; gap: .5rem }
  label { display: flex; gap: .75rem; align-items: center; min-height: 3rem; padding: .5rem .75rem;
    border: 1px solid var(--line); border-radius: 8px; cursor: pointer }
  label b { flex: none; display: grid; place-items: center; width: 2.25rem; height: 2.25rem; border-radius: 50%;
    background: var(--back); border: 1px solid var(--line) }
  label small { display: block; color: var(--soft) }
  input { flex: none; width: 1.25rem; height: 1.25rem; margin: 0 }
  button { min-height: 3rem; margin-top: .5rem; padding: .5rem 1rem; border: 1px solid var(--button); border-radius: 8px;
    font: inherit; font-weight: 600; color: var(--on-button); background: var(--button); cursor: pointer }
  button.second { margin-top: 0; color: inherit; background: none; border-color: var(--line) }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** Markup that is safe as it is. Made by `markup` only. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | readonly Html[]

/** Markup: what stands in it is escaped, unless it is markup itself. Names of accounts are texts of strangers. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((text, string, index) => text + toText(parts[index - 1] ?? '') + string))
}

function toText(part: Part): string {
  if (part instanceof Html) return part.text
  return typeof part === 'string' ? escape(part) : part.map(({ text }) => text).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

export interface Page {
  readonly title: string
  readonly tone?: 'good' | 'bad'
  readonly body: Html
  /** Where a form of it may lead besides this server. */
  readonly formTarget?: string
}

/** A page of the server's own for a person: one card, for phones first, in light and dark. */
export function renderPage({ title, tone, body }: Page): string {
  return markup`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · PowerPost</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
<main>
<h1 class="${tone ?? ''}">${title}</h1>
${body}
</main>
</html>
`.text
}

/**
 * The page may be styled by its own lines and send its form: it loads nothing, runs nothing and stands in no frame. Browsers
 * apply `form-action` to the redirect behind a form, too.
 */
export function pagePolicy({ formTarget }: Page): string {
  return [
    "default-src 'none'",
    'img-src data:',
    `style-src 'sha256-${STYLE_HASH}'`,
    "base-uri 'none'",
    ["form-action 'self'", formTarget].join(' ').trim(),
    "frame-ancestors 'none'",
  ].join('; ')
}
