import { isIP } from 'node:net'
import { kindOfAddress } from './address-kind.ts'
import { addressRefused, OutboundError } from './errors.ts'

export interface UrlPolicy {
  /** Allows private addresses, localhost names, plain HTTP and any port: for local work. */
  readonly allowPrivate: boolean
}

/** Longer than any address that browsers and servers agree on. Characters. */
const MAX_URL_LENGTH = 8192

/** RFC 1035 2.3.4, without the last dot. */
const MAX_NAME_LENGTH = 253

/**
 * Spaces, control and invisible characters, backslashes: the WHATWG parser drops or turns them, other readers of the
 * same text do not, and then each sees another host.
 */
const AMBIGUOUS = /[\s\p{Cc}\p{Cf}\p{Cs}\\]/u

/** WHATWG also takes `https:host` and `https:////host`. */
const PLAIN_START = /^https?:\/\/[^/?#]/i

const USER_INFO = /^[^:]*:\/\/[^/?#]*@/

/**
 * Names that are private by standard, whatever they resolve to: RFC 6761 (localhost), RFC 6762 (local), RFC 8375
 * (home.arpa), ICANN 2024 (internal), and what distributions put into the hosts file.
 */
const PRIVATE_NAME =
  /(^|\.)(localhost|local|localdomain|internal|home\.arpa)$|^(localhost[46]|ip6-localhost|ip6-loopback)$/

const HTTPS_PORT = 443
const FIRST_UNPRIVILEGED_PORT = 1024

/**
 * Checks the text of an address that a caller names, without looking its name up: a name that does not resolve today
 * is fine, and what it resolves to is checked when it is fetched.
 *
 * @returns the address, parsed; its `href` is the one spelling to keep
 * @throws OutboundError `bad_url` or `address_refused`
 */
export function checkUrlLiteral(value: string, policy: UrlPolicy): URL {
  if (value.length > MAX_URL_LENGTH) throw badUrl(`must not be longer than ${MAX_URL_LENGTH} characters`)
  if (AMBIGUOUS.test(value)) throw badUrl('must not contain spaces, control characters or backslashes')
  // An empty user info (`https://@host`) is gone after parsing.
  if (USER_INFO.test(value)) throw badUrl('must not contain a user name or password')
  const url = PLAIN_START.test(value) ? URL.parse(value) : null
  if (url === null) throw badUrl(policy.allowPrivate ? 'must be an http or https address' : 'must be an https address')
  checkUrl(url, policy)
  return url
}

/**
 * Checks an address that is parsed already: of a redirect, say.
 *
 * @throws OutboundError `bad_url` or `address_refused`
 */
export function checkUrl(url: URL, policy: UrlPolicy): void {
  if (url.protocol !== 'https:' && !(policy.allowPrivate && url.protocol === 'http:')) throw badUrl('must use https')
  if (url.username !== '' || url.password !== '') throw badUrl('must not contain a user name or password')
  if (url.href.length > MAX_URL_LENGTH) throw badUrl(`must not be longer than ${MAX_URL_LENGTH} characters`)
  checkHost(url.hostname, policy)
  checkPort(url.port, policy)
}

function checkHost(hostname: string, { allowPrivate }: UrlPolicy): void {
  const literal = hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(literal) !== 0) {
    const kind = kindOfAddress(literal)
    if (kind === 'forbidden' || (kind === 'private' && !allowPrivate)) throw addressRefused()
    return
  }
  const name = hostname.replace(/\.$/, '')
  if (name.length > MAX_NAME_LENGTH || name.split('.').includes('')) throw badUrl('must have a valid host name')
  // A name without a dot is looked up in the machine's own domain, or in its hosts file.
  if (!allowPrivate && (!name.includes('.') || PRIVATE_NAME.test(name))) throw addressRefused()
}

/**
 * 443 and everything from 1024 up. Receivers on 8443 and the like are common, and TLS gives what listens on a public
 * database's port nothing to misread; but below 1024 live SSH, mail and their like, which are nobody's page or
 * webhook, and whose operators would take our knocking for a scan.
 */
function checkPort(port: string, { allowPrivate }: UrlPolicy): void {
  const number = port === '' ? HTTPS_PORT : Number(port)
  const fine = allowPrivate ? number > 0 : number === HTTPS_PORT || number >= FIRST_UNPRIVILEGED_PORT
  if (!fine) throw badUrl(`must use port ${HTTPS_PORT}, or one from ${FIRST_UNPRIVILEGED_PORT} up`)
}

function badUrl(message: string): OutboundError {
  return new OutboundError('bad_url', message)
}
