import { startDeadline } from '#shared/deadline.ts'
import { kindOfAddress } from './address-kind.ts'
import { checkUrlLiteral } from './check-url.ts'
import { OutboundError } from './errors.ts'
import { explainFailure, timedOut } from './explain-failure.ts'
import type { GuardedFetch, GuardedFetchOptions, OutboundAnswer, OutboundRequest } from './port.ts'
import { resolveByNameServer, resolveLikeSystem } from './resolve.ts'
import { sendOnce } from './send-once.ts'

/** Makes the one fetch that may go to addresses which are not the operator's. It holds nothing open between calls. */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  return createFetchTo((address) => {
    const kind = kindOfAddress(address)
    return kind === 'public' || (kind === 'private' && options.allowPrivate)
  }, options)
}

/**
 * The same with its own idea of which addresses may be connected to. For tests alone: they can listen on loopback
 * only, and have to call a part of it public.
 */
export function createFetchTo(mayConnect: (address: string) => boolean, options: GuardedFetchOptions): GuardedFetch {
  const resolve = options.resolve ?? (options.allowPrivate ? resolveLikeSystem : resolveByNameServer)
  return async (address, request) => {
    request.signal.throwIfAborted()
    const url = checkUrlLiteral(address, options)
    const deadline = startDeadline(request.signal, options.timeoutMs)
    try {
      return await followHops(url, request, (hop, headers) =>
        sendOnce(hop, { ...options, ...request, headers, mayConnect, resolve, signal: deadline.signal }),
      )
    } catch (error) {
      request.signal.throwIfAborted()
      throw deadline.isOver() ? timedOut(error) : explainFailure(error)
    } finally {
      deadline.clear()
    }
  }

  async function followHops(
    first: URL,
    request: OutboundRequest,
    send: (hop: URL, headers: Readonly<Record<string, string>>) => Promise<OutboundAnswer | { readonly redirect: URL }>,
  ): Promise<OutboundAnswer> {
    const mayFollow = request.redirect === 'follow' && ['GET', 'HEAD'].includes(request.method ?? 'GET')
    let hop = first
    for (let followed = 0; ; followed += 1) {
      const answer = await send(hop, hop.origin === first.origin ? (request.headers ?? {}) : {})
      if (!('redirect' in answer)) return answer
      if (!mayFollow) throw new OutboundError('too_many_redirects', 'must not redirect')
      if (followed >= options.maxRedirects) throw new OutboundError('too_many_redirects', 'redirects too often')
      hop = answer.redirect
    }
  }
}
