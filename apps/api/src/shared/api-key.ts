import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a key looks like: `pp_live_sk_` or `pp_test_sk_`, and at least 20 letters and digits. */
const KEY_FORMAT = /^pp_(?:live|test)_sk_[A-Za-z0-9]{20,}$/

/** As many characters of a key are kept in the clear, to find it by. The rest has over 90 bits even in the shortest. */
const PREFIX_LENGTH = 'pp_live_sk_'.length + 4

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** 32 characters of 62: 190 bits. */
const RANDOM_LENGTH = 32

/** Whether a string could be a key at all. */
export function isApiKey(value: string): boolean {
  return KEY_FORMAT.test(value)
}

const KEYS = /pp_(live|test)_sk_\w+/g

/** A text without the keys that somebody put into it: into a path, say, or as the name of a request. */
export function redactApiKeys(text: string): string {
  return text.replaceAll(KEYS, 'pp_$1_sk_[redacted]')
}

/** What is kept of a key: not enough to use it. */
export function fingerprintApiKey(key: string): { prefix: string; hash: Buffer } {
  return { prefix: key.slice(0, PREFIX_LENGTH), hash: createHash('sha256').update(key).digest() }
}

/** Compares in constant time. */
export function isSameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A new random key: live, or of the sandbox. */
export function makeApiKey({ livemode }: { readonly livemode: boolean }): string {
  let random = ''
  // Bytes from 248 on would make the first eight characters likelier than the others.
  while (random.length < RANDOM_LENGTH) {
    for (const byte of randomBytes(RANDOM_LENGTH)) if (byte < 248) random += ALPHABET[byte % ALPHABET.length]
  }
  return `pp_${livemode ? 'live' : 'test'}_sk_${random.slice(0, RANDOM_LENGTH)}`
}
