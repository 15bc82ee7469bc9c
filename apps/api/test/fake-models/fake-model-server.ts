import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Behaviour } from './behaviours.ts'
import type { FilesBehaviour, Upload } from './files-api.ts'
import { createFilesApi } from './files-api.ts'
import type { ReadRequest } from './wires/index.ts'
import { WIRES } from './wires/index.ts'

export type FakeVendor = keyof typeof WIRES

/** A request that a fake server received. */
export interface RecordedRequest extends ReadRequest {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** Whole, as JSON. */
  readonly body: string
  /** Settled when the connection is closed. */
  readonly closed: Promise<void>
}

export interface FakeModelServer {
  readonly baseUrl: string
  readonly requests: readonly RecordedRequest[]
  readonly uploads: readonly Upload[]
  close(): Promise<void>
}

/** Starts a server on loopback that speaks a vendor's wire format and behaves as scripted. */
export async function startFakeModel(
  vendor: FakeVendor,
  behaviour: Behaviour,
  { files = 'taken' }: { readonly files?: FilesBehaviour } = {},
): Promise<FakeModelServer> {
  const wire = WIRES[vendor]
  const requests: RecordedRequest[] = []
  const filesApi = createFilesApi(files)
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    const bytes = await readAll(request)
    if (filesApi.serve(request, bytes, response)) return
    const body = bytes.toString('utf8')
    if (request.method !== 'POST' || !wire.path.test(path)) {
      response.writeHead(404, { 'content-type': 'application/json' }).end(JSON.stringify({ error: 'no such path' }))
      return
    }
    const read = wire.read(JSON.parse(body))
    const closed = new Promise<void>((resolve) => {
      response.once('close', resolve)
    })
    requests.push({ ...read, path, headers: request.headers, body, closed })
    await behaviour({ wire, request: read, response })
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}${wire.basePath}`,
    requests,
    uploads: filesApi.uploads,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
