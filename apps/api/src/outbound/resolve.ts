import { lookup, Resolver } from 'node:dns/promises'

/**
 * Gives every address of a name.
 *
 * @throws whatever went wrong, also when there is none; the signal's reason or the like once aborted
 */
export type Resolve = (hostname: string, options: { readonly signal: AbortSignal }) => Promise<readonly string[]>

/** Milliseconds a name server has for the first try; the second has twice as many. */
const TRY_TIMEOUT_MS = 2000
const TRIES = 2

/**
 * Asks the name servers, and them alone: neither the hosts file nor a search domain, which speak of private matters.
 * Unlike `getaddrinfo` it holds no thread while it waits, so that a name whose servers never answer delays nobody's
 * other look-ups, the database's included.
 */
export const resolveByNameServer: Resolve = async (hostname, { signal }) => {
  signal.throwIfAborted()
  const resolver = new Resolver({ timeout: TRY_TIMEOUT_MS, tries: TRIES })
  const cancel = () => resolver.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)])
    // Most names have one of the two; a server that answers wrongly for the other is no reason to give up.
    if (v4.status === 'rejected' && v6.status === 'rejected') throw v4.reason
    return [v4, v6].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

/** Asks the system: the hosts file, the container's network, multicast DNS. For where private addresses are allowed. */
export const resolveLikeSystem: Resolve = async (hostname) => {
  const answers = await lookup(hostname, { all: true, order: 'verbatim' })
  return answers.map(({ address }) => address)
}
