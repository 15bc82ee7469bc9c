import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

/** A question about metrics, as the documentation of a platform has it, and what is answered. */
export interface MetricsRoute {
  readonly method: 'GET' | 'POST'
  /** With its query, decoded, in any order. */
  readonly path: string
  /** Headers that have to be there, besides the token. */
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly reply: Reply
}

export interface MetricsServer {
  readonly url: string
  /** What came that was not asked as it is documented. */
  readonly complaints: readonly string[]
  /** What is answered from now on, each once, in this order. */
  expect(...routes: readonly MetricsRoute[]): void
  stop(): Promise<void>
}

const TOKEN = 'Bearer good-token'

/** The part of a platform that is asked for metrics: strict about method, address, token and body. */
export async function startMetricsServer(): Promise<MetricsServer> {
  const complaints: string[] = []
  const planned: MetricsRoute[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString()
    const route = planned.shift()
    const asked = `${request.method} ${normalize(request.url ?? '')}`
    const wanted = route && `${route.method} ${normalize(route.path)}`
    if (asked !== wanted) complaints.push(`asked ${asked}, not ${wanted}`)
    if (request.headers.authorization !== TOKEN)
      complaints.push(`${asked}: the token is ${request.headers.authorization}`)
    for (const [name, value] of Object.entries(route?.headers ?? {})) {
      if (request.headers[name] !== value) complaints.push(`${asked}: ${name} is ${request.headers[name]}`)
    }
    if (JSON.stringify(route?.json) !== (body === '' ? undefined : body))
      complaints.push(`${asked}: the body is ${body}`)
    const { status = 200, headers = {}, body: answer } = route?.reply ?? { status: 404, body: {} }
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    complaints,
    expect: (...routes) => void planned.push(...routes),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

function normalize(address: string): string {
  const [path = '', query = ''] = address.split('?')
  const parts = query.split('&').filter((part) => part !== '' && !part.startsWith('appsecret_proof='))
  return [decodeURIComponent(path), ...parts.map(decodeURIComponent).toSorted()].join(' ')
}
