import type { Logger } from '#shared/logger.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ListenError } from './listen-error.ts'

interface MetricsServerOptions {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly contentType: string
  readonly write: () => Promise<string>
  readonly logger: Logger
}

export interface MetricsServer {
  readonly port: number
  stop(): Promise<void>
}

/**
 * Serves `GET /metrics` on a port of its own, which nobody publishes together with the API. Workers have one too.
 *
 * @throws ListenError
 */
export async function startMetricsServer(options: MetricsServerOptions): Promise<MetricsServer> {
  const { host, port, contentType, write, logger } = options
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Only GET /metrics is here.\n')
      return
    }
    write().then(
      (text) => response.writeHead(200, { 'content-type': contentType }).end(text),
      (err: unknown) => {
        logger.warn({ err }, 'metrics could not be read')
        response.writeHead(503, { 'content-type': 'text/plain' }).end('The database does not answer.\n')
      },
    )
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new ListenError({ port, host, setting: 'POWERPOST_METRICS_PORT' }, { cause })
  }
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
