import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createServer as createTcpServer } from 'node:net'
import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { TEST_CERTIFICATE, TEST_KEY } from './certificate.ts'

/** Loopback addresses that tests call public, next to 127.0.0.1 which stays private. */
export const PUBLIC_LOOPBACK = '127.0.0.2'

/** Serves plain HTTP on 127.0.0.1 until the test ends. */
export async function serve(handler: RequestListener): Promise<{ readonly url: string; readonly port: number }> {
  const port = await listen(createServer(handler), '127.0.0.1')
  return { url: `http://127.0.0.1:${port}`, port }
}

/** Serves HTTPS under one name of `*.example.com` until the test ends. */
export async function serveTls(
  host: string,
  handler: RequestListener,
  port?: number,
): Promise<{ readonly port: number }> {
  return { port: await listen(createSecureServer({ cert: TEST_CERTIFICATE, key: TEST_KEY }, handler), host, port) }
}

/** Answers each connection by raw bytes. */
export async function serveRaw(onConnection: (socket: Socket) => void): Promise<{ readonly url: string }> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => sockets.delete(socket))
    // The request has come, or its first piece: enough to answer to.
    socket.once('data', () => onConnection(socket))
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function listen(server: Server, host: string, port = 0): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(port, host, resolve)
  await promise
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}
