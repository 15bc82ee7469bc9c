import { createHash } from 'node:crypto'
import { PLATFORM_NAMES } from '@powerpost/contract'
import type { Finished } from './finish-authorization.ts'

const STYLE = `
  :root { color-scheme: light dark; --text: #1b1f24; --back: #f6f7f9; --card: #fff; --line: #d8dde3; --good: #137a3f; --bad: #b3261e }
  @media (prefers-color-scheme: dark) {
    :root { --text: #e8eaed; --back: #16181b; --card: #202327; --line: #3a3f45; --good: #5fd08f; --bad: #ff8a80 }
  }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.5 system-ui, sans-serif;
    color: var(--text); background: var(--back) }
  main { box-sizing: border-box; width: min(28rem, calc(100vw - 2rem)); padding: 2rem; border: 1px solid var(--line);
    border-radius: 12px; background: var(--card); overflow-wrap: anywhere }
  h1 { margin: 0 0 .5rem; font-size: 1.25rem }
  h1.good { color: var(--good) }
  h1.bad { color: var(--bad) }
  p { margin: .5rem 0 0 }
`

/** The page may be styled by its own lines: it loads nothing, runs nothing, sends nothing and stands in no frame. */
export const PAGE_POLICY = [
  "default-src 'none'",
  'img-src data:',
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What a person sees who comes back from a platform. */
export function renderPage(finished: Finished): string {
  const { title, tone, text } = finished.connected
    ? {
        title: `Connected as ${finished.displayName}`,
        tone: 'good',
        text: `Posts can now be published to this ${PLATFORM_NAMES[finished.platform]} account. You may close this window.`,
      }
    : { title: 'Not connected', tone: 'bad', text: finished.why }
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)} · PowerPost</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<main>
<h1 class="${tone}">${escape(title)}</h1>
<p>${escape(text)}</p>
</main>
</html>
`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Names of accounts are strangers' texts. */
function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
