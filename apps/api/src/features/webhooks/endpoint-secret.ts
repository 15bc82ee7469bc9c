import { randomBytes } from 'node:crypto'
import type { Keyring } from '#shared/keyring.ts'

/** Standard Webhooks asks for 24 to 64. */
const SECRET_BYTES = 32

/** A new secret, as receivers keep it. */
export function makeSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

interface Place {
  readonly keyring: Keyring
  readonly endpointId: string
}

/** A secret as it is stored: of no use in another endpoint's row. */
export function sealSecret(secret: string, { keyring, endpointId }: Place): string {
  return keyring.seal(secret, contextOf(endpointId))
}

export function openSecret(sealed: string, { keyring, endpointId }: Place): string {
  return keyring.open(sealed, contextOf(endpointId))
}

function contextOf(endpointId: string): string {
  return `secret of webhook endpoint ${endpointId}`
}
