import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Express, Request, RequestHandler } from 'express'

/** A document as it is sent. */
interface Rendered {
  readonly text: string
  readonly gzipped: Buffer
  /** Weak: of both encodings. */
  readonly etag: string
}

export interface ServedDocument {
  readonly path: string
  readonly mediaType: string
  readonly write: () => string
}

/** Serves texts that stay the same as long as the process. Each is written when it is first asked for. */
export function serveDocuments(app: Express, documents: readonly ServedDocument[]): void {
  for (const { path, mediaType, write } of documents) app.get(path, serve(mediaType, write))
}

function serve(mediaType: string, write: () => string): RequestHandler {
  let rendering: Promise<Rendered> | undefined
  return async (request, response) => {
    rendering ??= render(write())
    const { text, gzipped, etag } = await rendering
    response.set({ ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Accept-Encoding', 'Content-Type': mediaType })
    // Express would send it again to who says `Cache-Control: no-cache`, as `fetch` of Node does with every condition.
    if (hasIt(request, etag)) return void response.status(304).end()
    if (request.acceptsEncodings('gzip') !== 'gzip') return void response.send(text)
    response.set('Content-Encoding', 'gzip').send(gzipped)
  }
}

function hasIt({ headers }: Request, etag: string): boolean {
  const known = (headers['if-none-match'] ?? '').split(',').map((one) => one.trim())
  return known.includes(etag) || known.includes('*')
}

async function render(text: string): Promise<Rendered> {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  return { text, gzipped: await promisify(gzip)(text), etag: `W/"${hash}"` }
}
