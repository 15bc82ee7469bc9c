import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'

/** Somebody's server that files are fetched from. */
export interface FileServer {
  /** The paths that were asked for. */
  readonly asked: readonly string[]
  urlOf(path: string): string
  /** What is answered at a path. It begins with 404 everywhere. */
  serve(path: string, listener: RequestListener): void
  stop(): void
}

export async function startFileServer(): Promise<FileServer> {
  const asked: string[] = []
  const listeners = new Map<string, RequestListener>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const listener = listeners.get(path.split('?')[0] ?? '')
    if (listener) listener(request, response)
    else response.writeHead(404).end('a secret of an inner page')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    asked,
    urlOf: (path) => `http://127.0.0.1:${port}${path}`,
    serve: (path, listener) => void listeners.set(path, listener),
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
