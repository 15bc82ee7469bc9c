import type { Asset } from './assets.ts'
import { escapeHtml } from './escape-html.ts'
import type { Guide } from './guides.ts'

export interface PageOptions {
  readonly title: string
  /** The address of the page: its line in the menu is marked. */
  readonly path: string
  readonly guides: readonly Guide[]
  readonly assets: { readonly styles: readonly Asset[]; readonly scripts: readonly Asset[]; readonly icon: Asset }
  /** What stands between the header and the end of the page, as HTML. */
  readonly body: string
}

/** The frame of every page: header with search and settings, and the scripts it needs. */
export function renderPage({ title, path, guides, assets, body }: PageOptions): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" type="image/svg+xml" href="${assets.icon.path}">
${assets.styles.map((style) => `<link rel="stylesheet" href="${style.path}">`).join('\n')}
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="brand" href="/docs"><img src="${assets.icon.path}" alt="" width="24" height="24"><span>PowerPost</span></a>
<nav class="places" aria-label="Places">${renderPlaces(path)}</nav>
<div class="search" role="search"><input id="search" type="search" placeholder="Search the docs" aria-label="Search the docs" autocomplete="off" data-index="/docs/search.json"><ol id="found" hidden></ol></div>
<button id="open-access" class="quiet" type="button" aria-haspopup="dialog">Your key</button>
<details class="menu"><summary aria-label="Menu"></summary><nav aria-label="Guides">${renderMenu(guides, path)}</nav></details>
</header>
${body}
${ACCESS_DIALOG}
${assets.scripts.map((script) => `<script type="module" src="${script.path}"></script>`).join('\n')}
</body>
</html>
`
}

/** The menu of guides, with the page that is shown marked. */
export function renderMenu(guides: readonly Guide[], path: string): string {
  const parts = [...new Set(guides.map(({ part }) => part))]
  return parts
    .map((part) => {
      const lines = guides
        .filter((guide) => guide.part === part)
        .map(({ slug, title }) => renderLine(`/docs/${slug}`, title, path))
      const first =
        part !== parts[0]
          ? ''
          : `${renderLine('/docs', 'Overview', path)}${renderLine('/docs/reference', 'API reference', path)}`
      return `<h2>${escapeHtml(part)}</h2><ul>${first}${lines.join('')}</ul>`
    })
    .join('')
}

function renderPlaces(path: string): string {
  const isReference = path === '/docs/reference'
  return `<a href="/docs"${isReference || path === '/' ? '' : ' class="here"'}>Guides</a><a href="/docs/reference"${isReference ? ' class="here"' : ''}>Reference</a>`
}

function renderLine(url: string, title: string, path: string): string {
  const mark = url === path ? ' aria-current="page"' : ''
  return `<li><a href="${url}"${mark}>${escapeHtml(title)}</a></li>`
}

const ACCESS_DIALOG = `<dialog id="access" aria-labelledby="access-title"><form method="dialog">
<h2 id="access-title">Your key and workspace</h2>
<p>The samples and the requests of the reference use them. They stay in this tab of your browser until you close it, and are sent only with requests that you try.</p>
<label>API key<input id="access-key" type="password" autocomplete="off" spellcheck="false" placeholder="pp_live_sk_..."></label>
<label>Workspace id<input id="access-workspace" autocomplete="off" spellcheck="false" placeholder="0199a1b2-..."></label>
<div class="buttons"><button id="forget-access" class="quiet" type="button">Forget</button><button id="keep-access" type="submit" value="keep">Use them</button></div>
</form></dialog>`
