import type { Express, RequestHandler } from 'express'
import { loadReferenceBundle } from './reference-bundle.ts'
import { renderReferencePage } from './reference-page.ts'
import { REFERENCE_POLICY } from './reference-policy.ts'

const PAGE_PATH = '/docs'
const SCRIPT_PATH = '/docs/assets/reference.js'
/** The document with this server's address in its samples. */
const DOCUMENT_PATH = '/docs/openapi.json'

interface DocsOptions {
  /** The OpenAPI document of a server that stands there. */
  readonly createDocument: (serverUrl: string) => object
  /** The server's own address. Known once it listens. */
  readonly publicUrl: () => string
}

/** The rendered reference of the OpenAPI document: what it shows to copy speaks to this server. */
export function mountDocs(app: Express, { createDocument, publicUrl }: DocsOptions): void {
  const page = renderReferencePage({ script: SCRIPT_PATH, document: DOCUMENT_PATH })
  app.get(PAGE_PATH, (_request, response) => {
    response.set('Content-Security-Policy', REFERENCE_POLICY).type('html').send(page)
  })
  let json: string | undefined
  app.get(DOCUMENT_PATH, (_request, response) => {
    // Made once, and not before the address is known.
    json ??= JSON.stringify(createDocument(publicUrl()))
    response.type('json').send(json)
  })
  app.get(SCRIPT_PATH, answerScript())
}

function answerScript(): RequestHandler {
  return async (request, response) => {
    const { script, gzipped } = await loadReferenceBundle()
    const compress = request.acceptsEncodings('gzip') === 'gzip'
    response.set({ 'Cache-Control': 'public, max-age=3600', Vary: 'Accept-Encoding' }).type('js')
    if (compress) response.set('Content-Encoding', 'gzip')
    response.send(compress ? gzipped : script)
  }
}
