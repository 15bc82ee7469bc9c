import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** So that scanners for secrets can know it. */
const PREFIX = 'cal_'
const RANDOM_BYTES = 32

/** The secret of a link, and what is stored of it. It is random and long: a slow hash would add nothing. */
export function makeFeedToken(): { readonly token: string; readonly hash: Buffer } {
  const token = `${PREFIX}${randomBytes(RANDOM_BYTES).toString('base64url')}`
  return { token, hash: hashOf(token) }
}

export function isFeedToken(token: string, hash: Buffer): boolean {
  return timingSafeEqual(hashOf(token), hash)
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
