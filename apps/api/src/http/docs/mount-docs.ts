import type { Express, RequestHandler } from 'express'
import { loadReferenceBundle } from './reference-bundle.ts'
import { renderReferencePage } from './reference-page.ts'
import { REFERENCE_POLICY } from './reference-policy.ts'

const PAGE_PATH = '/docs'
const SCRIPT_PATH = '/docs/assets/reference.js'

/** The rendered reference of the OpenAPI document that stands at `document`. */
export function mountDocs(app: Express, document: string): void {
  const page = renderReferencePage({ script: SCRIPT_PATH, document })
  app.get(PAGE_PATH, (_request, response) => {
    response.set('Content-Security-Policy', REFERENCE_POLICY).type('html').send(page)
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
