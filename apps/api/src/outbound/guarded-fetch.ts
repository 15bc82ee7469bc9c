import { startDeadline } from '#shared/deadline.ts'
import { kindOfAddress } from './address-kind.ts'
import { checkUrlLiteral } from './check-url.ts'
import { OutboundError } from './errors.ts'
import { explainFailure, timedOut } from './explain-failure.ts'
import type { GuardedFetch, GuardedFetchOptions, GuardedStream, OutboundRequest } from './port.ts'
import { readBody, streamBody } from './read-body.ts'
import { resolveByNameServer, resolveLikeSystem } from './resolve.ts'
import type { TakeAnswer } from './send-once.ts'
import { sendOnce } from './send-once.ts'

/** Makes the one fetch that may go to addresses which are not the operator's. It holds nothing open between calls. */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  return createFetchTo(mayConnectBy(options), options)
}

/** The same for what is too large to hold. */
export function createGuardedStream(options: GuardedFetchOptions): GuardedStream {
  return createStreamTo(mayConnectBy(options), options)
}

/** The same as `createFetchTo`. For tests alone. */
export function createStreamTo(mayConnect: (address: string) => boolean, options: GuardedFetchOptions): GuardedStream {
  const ask = createAskTo(mayConnect, options)
  const { maxBytes } = options
  return (url, request, take) =>
    ask(url, request, async (head, body) => {
      const encoding = head.headers['content-encoding']
      try {
        return await take({ ...head, body: streamBody(body, { encoding, maxBytes }) })
      } catch (error) {
        throw error instanceof OutboundError ? error : new TakerError(error)
      }
    })
}

/**
 * The same with its own idea of which addresses may be connected to. For tests alone: they can listen on loopback
 * only, and have to call a part of it public.
 */
export function createFetchTo(mayConnect: (address: string) => boolean, options: GuardedFetchOptions): GuardedFetch {
  const ask = createAskTo(mayConnect, options)
  const { maxBytes, longBody = 'fail' } = options
  return (url, request) =>
    ask(url, request, async (head, body) => {
      const encoding = head.headers['content-encoding']
      return { ...head, body: await readBody(body, { encoding, maxBytes, longBody }) }
    })
}

/** What the reader of an answer threw: not a failure of the request. */
class TakerError extends Error {
  constructor(cause: unknown) {
    super('an answer could not be taken', { cause })
  }
}

function mayConnectBy({ allowPrivate }: GuardedFetchOptions) {
  return (address: string) => {
    const kind = kindOfAddress(address)
    return kind === 'public' || (kind === 'private' && allowPrivate)
  }
}

type Ask = <T>(address: string, request: OutboundRequest, take: TakeAnswer<T>) => Promise<T>

function createAskTo(mayConnect: (address: string) => boolean, options: GuardedFetchOptions): Ask {
  const resolve = options.resolve ?? (options.allowPrivate ? resolveLikeSystem : resolveByNameServer)
  return async (address, request, take) => {
    request.signal.throwIfAborted()
    const url = checkUrlLiteral(address, options)
    const deadline = startDeadline(request.signal, options.timeoutMs)
    try {
      return await followHops(url, request, (hop, headers) =>
        sendOnce(hop, { ...options, ...request, headers, mayConnect, resolve, signal: deadline.signal }, take),
      )
    } catch (error) {
      request.signal.throwIfAborted()
      if (error instanceof TakerError) throw error.cause
      throw deadline.isOver() ? timedOut(error) : explainFailure(error)
    } finally {
      deadline.clear()
    }
  }

  async function followHops<T>(
    first: URL,
    request: OutboundRequest,
    send: (
      hop: URL,
      headers: Readonly<Record<string, string>>,
    ) => Promise<{ readonly taken: T } | { readonly redirect: URL }>,
  ): Promise<T> {
    const mayFollow = request.redirect === 'follow' && ['GET', 'HEAD'].includes(request.method ?? 'GET')
    let hop = first
    for (let followed = 0; ; followed += 1) {
      const answer = await send(hop, hop.origin === first.origin ? (request.headers ?? {}) : {})
      if ('taken' in answer) return answer.taken
      if (!mayFollow) throw new OutboundError('too_many_redirects', 'must not redirect')
      if (followed >= options.maxRedirects) throw new OutboundError('too_many_redirects', 'redirects too often')
      hop = answer.redirect
    }
  }
}
