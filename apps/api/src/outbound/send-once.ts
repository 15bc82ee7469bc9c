import { Readable } from 'node:stream'
import { Client } from 'undici'
import { createGuardedConnector } from './connector.ts'
import { findNextHop } from './next-hop.ts'
import type { GuardedFetchOptions, OutboundHead, OutboundRequest } from './port.ts'
import { ACCEPT_ENCODING, tooLarge } from './read-body.ts'
import type { Resolve } from './resolve.ts'

const DEFAULT_IDLE_TIMEOUT_MS = 10_000
const DEFAULT_MAX_HEADER_BYTES = 16_384
/** As undici has it. */
const UNBOUNDED = -1

/** Makes what is wanted of an answer, before its connection ends. */
export type TakeAnswer<T> = (head: OutboundHead, body: Readable) => Promise<T>

export interface SendOptions extends GuardedFetchOptions, OutboundRequest {
  readonly mayConnect: (address: string) => boolean
  readonly resolve: Resolve
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Sends one request on a connection of its own, which is gone when this returns: nothing of one caller's exchange is
 * there for the next one's, and what is given up stops at once.
 *
 * @returns what was made of the answer, or where it redirects to
 */
export async function sendOnce<T>(
  url: URL,
  options: SendOptions,
  take: TakeAnswer<T>,
): Promise<{ readonly taken: T } | { readonly redirect: URL }> {
  const { maxBytes, longBody = 'fail', mayConnect, resolve, signal } = options
  const idleTimeoutMs = options.idleTimeoutMs ?? Math.min(DEFAULT_IDLE_TIMEOUT_MS, options.timeoutMs)
  const client = new Client(url.origin, {
    connect: createGuardedConnector({ mayConnect, resolve, signal, timeoutMs: idleTimeoutMs }),
    allowH2: false,
    pipelining: 0,
    headersTimeout: idleTimeoutMs,
    bodyTimeout: idleTimeoutMs,
    maxHeaderSize: options.maxHeaderBytes ?? DEFAULT_MAX_HEADER_BYTES,
    maxResponseSize: longBody === 'cut' ? UNBOUNDED : maxBytes,
  })
  try {
    const response = await client.request({
      path: `${url.pathname}${url.search}`,
      method: options.method ?? 'GET',
      headers: {
        accept: options.accept ?? '*/*',
        'accept-encoding': ACCEPT_ENCODING,
        'user-agent': options.userAgent,
        ...options.headers,
      },
      body: toBody(options.body),
      signal,
    })
    // Nobody listens any more once we have given up; without this it would end the process.
    response.body.on('error', () => {})
    const headers = flatten(response.headers)
    if (options.redirect !== 'answer') {
      const redirect = findNextHop({ status: response.statusCode, location: headers['location'] }, url, options)
      if (redirect !== undefined) return { redirect }
    }
    const length = Number(headers['content-length'] ?? 0)
    if (longBody === 'fail' && options.method !== 'HEAD' && length > maxBytes) throw tooLarge(maxBytes)
    const head = { status: response.statusCode, url: url.href, headers, contentType: headers['content-type'] }
    return { taken: await take(head, response.body) }
  } finally {
    await client.destroy()
  }
}

function toBody(body: OutboundRequest['body']): string | Uint8Array | Readable | null {
  if (body === undefined) return null
  return typeof body === 'string' || body instanceof Uint8Array ? body : Readable.from(body)
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}
