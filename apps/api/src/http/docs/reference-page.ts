import { API_KEY_HEADER } from '@powerpost/contract'

interface PageOptions {
  /** Where the bundle is served. */
  readonly script: string
  /** Where the OpenAPI document is served. */
  readonly document: string
}

const STYLES = `
  /* A deep link focuses a whole section: a frame around it says nothing. */
  section:focus { outline: none }
  /* On a phone the form of a request would be wider than the screen, and its button beside it. */
  [role="dialog"] .flex-1 { min-width: 0 }
  [role="dialog"] .cm-editor { max-width: calc(100vw - 2rem) }
  /* There it would lie upon the address; the page has a menu of its own. */
  @media (max-width: 767px) { [role="dialog"] .scalar-sidebar-toggle { display: none } }
`

/** https://github.com/scalar/scalar/blob/main/documentation/configuration.md */
const CONFIGURATION = {
  // Requests are tried against the server that shows the page, whatever the document's own server is.
  servers: [{ url: '/' }],
  authentication: { preferredSecurityScheme: 'apiKey', securitySchemes: { apiKey: { name: API_KEY_HEADER } } },
  // The document's own samples, no others.
  hiddenClients: true,
  modelsSectionLabel: 'Schemas',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  documentDownloadType: 'direct',
  defaultOpenAllTags: true,
  customCss: STYLES,
}

/** The page that renders the OpenAPI document, with a way to try each operation. */
export function renderReferencePage({ script, document }: PageOptions): string {
  const configuration = escapeAttribute(JSON.stringify({ ...CONFIGURATION, url: document }))
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>PowerPost API</title>
<link rel="icon" href="data:,">
<body>
<script id="api-reference" type="application/json" data-configuration="${configuration}"></script>
<script src="${script}"></script>
<noscript>The reference needs JavaScript. The same is in <a href="${document}">${document}</a>.</noscript>
</body>
</html>
`
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
