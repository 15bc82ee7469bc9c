import { createHash } from 'node:crypto'

/** The challenge of the method S256 as RFC 7636 4.2 writes it: SHA-256 in base64url. */
export function toCodeChallenge(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url')
}

/** The same hash in hex, as TikTok wants it: https://developers.tiktok.com/doc/login-kit-desktop/ (November 2026). */
export function toHexCodeChallenge(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('hex')
}
