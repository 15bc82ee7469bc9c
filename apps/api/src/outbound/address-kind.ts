import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * Who an address may be connected to for.
 *
 * - `public`: anyone.
 * - `private`: only when the operator allows private addresses: this machine, its networks, addresses of no use.
 * - `forbidden`: no one. No receiver is there, even in local work, but a cloud's keys do.
 */
export type AddressKind = 'public' | 'private' | 'forbidden'

const FORBIDDEN_RANGES: ReadonlySet<string> = new Set(['linkLocal', 'multicast', 'broadcast'])

/**
 * Clouds' services for their own machines that stand outside 169.254.0.0/16: they give credentials to anyone who asks.
 * Azure's WireServer has an address that every registry calls public.
 */
const FORBIDDEN_ADDRESSES: ReadonlySet<string> = new Set([
  '168.63.129.16', // Azure WireServer
  '100.100.100.200', // Alibaba Cloud metadata
  '192.0.0.192', // Oracle Cloud metadata
  'fd00:ec2::254', // AWS metadata
  'fd20:ce::254', // Google Cloud metadata
])

/** RFC 4291 2.4: of IPv6, only this block has been given out as global unicast; ipaddr.js calls `::7f00:1` unicast. */
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::')
const GLOBAL_UNICAST_BITS = 3

/** Says of one literal address, as a socket or a DNS answer spells it, what kind it is. Anything else is forbidden. */
export function kindOfAddress(address: string): AddressKind {
  if (isIP(address) === 0) return 'forbidden'
  const parsed = ipaddr.parse(address)
  return parsed instanceof ipaddr.IPv6 ? kindOfIPv6(parsed) : kindOfIPv4(parsed)
}

function kindOfIPv4(address: ipaddr.IPv4): AddressKind {
  const range = address.range()
  if (FORBIDDEN_RANGES.has(range) || FORBIDDEN_ADDRESSES.has(address.toString())) return 'forbidden'
  return range === 'unicast' ? 'public' : 'private'
}

function kindOfIPv6(address: ipaddr.IPv6): AddressKind {
  const range = address.range()
  if (FORBIDDEN_RANGES.has(range) || FORBIDDEN_ADDRESSES.has(address.toString())) return 'forbidden'
  const carried = carriedIPv4(address)
  // These two are nothing but another way to write the IPv4 address; where the only way out is NAT64, every IPv4-only
  // site has such an address.
  if (carried !== undefined && (range === 'ipv4Mapped' || isWellKnownNat64(address))) return kindOfIPv4(carried)
  const own = range === 'unicast' && address.match(GLOBAL_UNICAST, GLOBAL_UNICAST_BITS) ? 'public' : 'private'
  return carried === undefined ? own : stricter(own, kindOfIPv4(carried))
}

const STRICTNESS: Record<AddressKind, number> = { public: 0, private: 1, forbidden: 2 }

function stricter(a: AddressKind, b: AddressKind): AddressKind {
  return STRICTNESS[a] > STRICTNESS[b] ? a : b
}

/** RFC 6052: 64:ff9b::/96. Not RFC 8215's 64:ff9b:1::/48, which each network cuts up as it likes. */
function isWellKnownNat64(address: ipaddr.IPv6): boolean {
  return address.range() === 'rfc6052' && address.parts[2] === 0
}

/** The IPv4 address that a router or tunnel between the two would make of an IPv6 one. */
function carriedIPv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const bytes = address.toByteArray()
  const last = bytes.slice(12)
  switch (address.range()) {
    case 'ipv4Mapped':
    case 'rfc6052':
    case 'rfc6145':
      return new ipaddr.IPv4(last)
    case '6to4': // RFC 3056: bits 16 to 47
      return new ipaddr.IPv4(bytes.slice(2, 6))
    case 'teredo': // RFC 4380 4: the client's, with every bit turned over
      return new ipaddr.IPv4(last.map((byte) => byte ^ 0xff))
    default:
      return isIsatap(bytes) || isCompatible(bytes) ? new ipaddr.IPv4(last) : undefined
  }
}

/** RFC 5214 6.1: any network, then `0:5efe` or `200:5efe`, then the IPv4 address. */
function isIsatap(bytes: readonly number[]): boolean {
  return (bytes[8] === 0 || bytes[8] === 2) && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe
}

/** RFC 4291 2.5.5.1, deprecated: `::127.0.0.1`. */
function isCompatible(bytes: readonly number[]): boolean {
  return bytes.slice(0, 12).every((byte) => byte === 0)
}
