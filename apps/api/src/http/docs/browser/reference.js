// Draws the reference with Scalar, with the reader's key and workspace in the requests that can be tried.
// https://github.com/scalar/scalar/blob/main/documentation/configuration.md

const { document: documentUrl, scalar: scalarUrl } = document.getElementById('reference').dataset
const ACCESS = 'powerpost-access'

const CONFIGURATION = {
  // Requests are tried against the server that shows the page, whatever the document's own server is.
  servers: [{ url: '/' }],
  // The document's own samples, no others.
  hiddenClients: true,
  modelsSectionLabel: 'Schemas',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  hideSearch: true,
  showDeveloperTools: 'never',
  documentDownloadType: 'direct',
  defaultOpenAllTags: true,
}

function readAccess() {
  try {
    return JSON.parse(sessionStorage.getItem(ACCESS) ?? '{}')
  } catch {
    return {}
  }
}

/** The document with the reader's workspace as the example of its header, and their key and workspace in its samples. */
function fillIn(text, { key, workspace }) {
  const content = JSON.parse(text)
  const header = Object.values(content.components?.parameters ?? {}).find(({ name }) => /^x-workspace-id$/i.test(name))
  if (header !== undefined && workspace) header.example = workspace
  for (const item of Object.values(content.paths)) {
    for (const { 'x-codeSamples': samples = [] } of Object.values(item)) {
      for (const sample of samples) {
        if (key) sample.source = sample.source.replaceAll('$POWERPOST_API_KEY', key)
        if (workspace) sample.source = sample.source.replaceAll('$POWERPOST_WORKSPACE_ID', workspace)
      }
    }
  }
  return content
}

function load(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = url
    script.addEventListener('load', resolve)
    script.addEventListener('error', reject)
    document.head.append(script)
  })
}

const [text] = await Promise.all([fetch(documentUrl).then((response) => response.text()), load(scalarUrl)])
let app
function draw() {
  const access = readAccess()
  const authentication = {
    preferredSecurityScheme: 'apiKey',
    securitySchemes: { apiKey: { name: 'x-api-key', value: access.key ?? '' } },
  }
  app?.destroy()
  app = globalThis.Scalar.createApiReference('#reference', {
    ...CONFIGURATION,
    authentication,
    content: fillIn(text, access),
  })
}
draw()
document.addEventListener('powerpost-access', draw)
