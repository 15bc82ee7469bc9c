import { invalidArgument } from '../errors/invalid-argument.ts'

const PREFIX = 'whsec_'

/** What is signed, by the Standard Webhooks scheme: the id, the time and the body, so that none can be exchanged. */
export interface SignedMessage {
  readonly id: string
  /** Seconds since 1970. */
  readonly timestamp: string
  readonly payload: string | Uint8Array
}

/** The HMAC-SHA-256 of a message, base64. */
export async function sign(secret: string, message: SignedMessage): Promise<string> {
  const key = await importKey(secret, 'sign')
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, encode(message)))
  return btoa(String.fromCharCode(...signature))
}

/** Compares in constant time, as WebCrypto does. */
export async function isSignedWith(secret: string, signature: string, message: SignedMessage): Promise<boolean> {
  const key = await importKey(secret, 'verify')
  const bytes = decodeBase64(signature)
  return bytes !== undefined && crypto.subtle.verify('HMAC', key, bytes, encode(message))
}

function importKey(secret: string, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  const bytes = secret.startsWith(PREFIX) ? decodeBase64(secret.slice(PREFIX.length)) : undefined
  if (!bytes?.length) {
    throw invalidArgument('A webhook secret is whsec_ and base64.')
  }
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [usage])
}

function encode({ id, timestamp, payload }: SignedMessage): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const head = encoder.encode(`${id}.${timestamp}.`)
  const body = typeof payload === 'string' ? encoder.encode(payload) : payload
  const whole = new Uint8Array(head.length + body.length)
  whole.set(head)
  whole.set(body, head.length)
  return whole
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
