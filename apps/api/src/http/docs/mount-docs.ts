import type { Express, RequestHandler, Response } from 'express'
import type { Asset } from './assets.ts'
import { findAsset, loadAsset } from './assets.ts'
import type { Guide } from './guides.ts'
import { readGuides } from './guides.ts'
import { renderGuide, renderHome, renderOverview, renderReference } from './pages.ts'
import { PAGE_POLICY, REFERENCE_POLICY } from './policies.ts'
import { createSearchIndex } from './search-index.ts'

const YEAR_SECONDS = 365 * 24 * 3600

interface DocsOptions {
  /** The OpenAPI document of a server that stands there. */
  readonly createDocument: (serverUrl: string) => object
  /** The server's own address. Known once it listens. */
  readonly publicUrl: () => string
}

/** The pages for people: the guides of the repository, and the reference of the OpenAPI document. Made when somebody first looks. */
export function mountDocs(app: Express, { createDocument, publicUrl }: DocsOptions): void {
  const guides = once(readGuides)
  const document = once(() => createDocument(publicUrl()))
  const searchIndex = once(() => JSON.stringify(createSearchIndex(guides(), document())))
  const documentText = once(() => JSON.stringify(document()))
  const findGuide = (slug: string) => guides().find((guide) => guide.slug === slug)

  app.get('/', answerHome(guides, publicUrl))
  app.get('/docs', async (_request, response) => sendPage(response, await renderOverview(guides())))
  app.get('/docs/reference', async (_request, response) =>
    sendPage(response, await renderReference(guides()), REFERENCE_POLICY),
  )
  app.get('/docs/search.json', (_request, response) => void response.type('json').send(searchIndex()))
  app.get('/docs/openapi.json', (_request, response) => void response.type('json').send(documentText()))
  app.get('/docs/assets/:file', answerAsset())
  app.get('/favicon.ico', async (_request, response) => {
    const { type, body } = await loadAsset('favicon.svg')
    response
      .set('Cache-Control', `public, max-age=${24 * 3600}`)
      .type(type)
      .send(body)
  })
  app.get('/docs/:guide', async (request, response, next) => {
    const guide = findGuide(request.params.guide)
    if (guide === undefined) return next()
    sendPage(response, await renderGuide(guide, guides(), publicUrl()))
  })
}

function sendPage(response: Response, html: string, policy = PAGE_POLICY): void {
  response.set('Content-Security-Policy', policy).type('html').send(html)
}

/** A page for browsers; programs get the same as JSON. */
function answerHome(guides: () => readonly Guide[], publicUrl: () => string): RequestHandler {
  return async (request, response) => {
    response.vary('Accept')
    if (request.accepts(['json', 'html']) === 'html') return sendPage(response, await renderHome(guides(), publicUrl()))
    response.json({
      name: 'PowerPost',
      docs: `${publicUrl()}/docs`,
      openapi: `${publicUrl()}/openapi.json`,
      health: `${publicUrl()}/readyz`,
    })
  }
}

/** An asset's address changes with its content: browsers keep it. */
function answerAsset(): RequestHandler {
  return async (request, response, next) => {
    const asset: Asset | undefined = await findAsset(request.path)
    if (asset === undefined) return next()
    const compress = request.acceptsEncodings('gzip') === 'gzip'
    response
      .set({ 'Cache-Control': `public, max-age=${YEAR_SECONDS}, immutable`, Vary: 'Accept-Encoding' })
      .type(asset.type)
    if (compress) response.set('Content-Encoding', 'gzip')
    response.send(compress ? asset.gzipped : asset.body)
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
