import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { buildConnector } from 'undici'
import { addressRefused, OutboundError } from './errors.ts'
import type { Resolve } from './resolve.ts'

interface ConnectorOptions {
  /** Says of a literal address whether it may be connected to. */
  readonly mayConnect: (address: string) => boolean
  readonly resolve: Resolve
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/**
 * Connects undici's clients, to allowed addresses only. A name is looked up once, inside the connection's own look-up:
 * the address that was checked is the one connected to, so that a name which answers differently the next moment
 * (DNS rebinding) gains nothing.
 */
export function createGuardedConnector(options: ConnectorOptions): buildConnector.connector {
  const { mayConnect, timeoutMs, signal } = options
  const connect = buildConnector({
    lookup: createGuardedLookup(options),
    timeout: timeoutMs,
    // Ends the look-up and the handshake too, which undici's own signal lets run on.
    signal,
    // HTTP/2 would bring more to bound (streams, pings, header tables) and nothing to one request on one connection.
    allowH2: false,
    // A kept session is text of a first server's choosing that we would send to the next one of its name.
    maxCachedSessions: 0,
  })
  return (target, callback) => {
    const host = target.hostname.replace(/^\[(.*)\]$/, '$1')
    // No look-up is made for a literal address.
    if (isIP(host) !== 0 && !mayConnect(host)) return callback(addressRefused(new Error(host)), null)
    connect(target, (...[error, socket]) => {
      if (error !== null) return callback(error, null)
      const peer = socket.remoteAddress
      if (peer !== undefined && mayConnect(peer)) return callback(null, socket)
      socket.destroy()
      callback(
        peer === undefined ? new OutboundError('unreachable', 'cannot be reached') : addressRefused(new Error(peer)),
        null,
      )
    })
  }
}

function createGuardedLookup({ mayConnect, resolve, signal }: ConnectorOptions): LookupFunction {
  const lookUp = callbackify(async (hostname: string) => {
    const addresses = await resolve(hostname, { signal })
    // One private answer among public ones is an attack or a mistake; picking the others would hide it.
    const refused = addresses.find((address) => !mayConnect(address))
    if (refused !== undefined) throw addressRefused(new Error(`${hostname} is ${refused}`))
    const [first] = addresses
    if (first === undefined) throw new OutboundError('unreachable', 'cannot be reached')
    return { first, addresses }
  })
  return (hostname, { all }, callback) => {
    lookUp(hostname, (error, found) => {
      if (error !== null) callback(error, '')
      else if (all === true) callback(null, found.addresses.map(withFamily))
      else callback(null, found.first, isIP(found.first))
    })
  }
}

function withFamily(address: string) {
  return { address, family: isIP(address) }
}
