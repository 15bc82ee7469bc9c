import type { Keyring } from '#shared/keyring.ts'

type TokenField = 'access_token' | 'refresh_token'

interface Place {
  readonly keyring: Keyring
  readonly connectionId: string
  readonly field: TokenField
}

/** A token as it is stored: of no use in another connection's row, nor in another field. */
export function sealToken(token: string, { keyring, connectionId, field }: Place): string {
  return keyring.seal(token, contextOf(connectionId, field))
}

export function openToken(sealed: string, { keyring, connectionId, field }: Place): string {
  return keyring.open(sealed, contextOf(connectionId, field))
}

function contextOf(connectionId: string, field: TokenField): string {
  return `${field} of connection ${connectionId}`
}
