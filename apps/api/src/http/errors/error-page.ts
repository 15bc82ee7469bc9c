import { createHash } from 'node:crypto'
import type { ErrorDefinition } from '@powerpost/contract'
import { ERRORS } from '@powerpost/contract'

/** Where `doc_url` leads. */
export const ERROR_PAGE_PATH = '/docs/errors'

const STYLE = `
  :root { color-scheme: light dark }
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem }
  section { padding: .5rem 1rem; border-left: 3px solid transparent }
  section:target { border-color: #2563eb }
  h2 { font-size: 1.1rem; margin: 0 }
  p { margin: .25rem 0 }
`

/** The page may be styled by its own lines and load nothing. */
export const ERROR_PAGE_POLICY = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`

/** A page that explains every error, from the same table that answers are made of. */
export function renderErrorPage(): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>PowerPost API errors</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<h1>Errors</h1>
${Object.entries<ErrorDefinition>(ERRORS).map(renderError).join('\n')}
</html>
`
}

function renderError([code, { status, title, hint, retryable }]: [string, ErrorDefinition]): string {
  const again = retryable ? 'The same request may succeed later.' : 'The same request will not succeed unchanged.'
  return `<section id="${code}"><h2>${status} <code>${code}</code></h2>
<p>${escape(title)}.</p><p>${escape(hint)}</p><p><small>${again}</small></p></section>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
}
