import type { Grant } from '#platforms/port.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { StoredConnection } from '../connections.repository.ts'
import { sealToken } from './seal-tokens.ts'

type GrantColumns = Pick<
  StoredConnection,
  'access_token' | 'refresh_token' | 'token_expires_at' | 'expires_at' | 'scopes'
>

interface ColumnOptions {
  readonly keyring: Keyring
  readonly connectionId: string
  /** Sealed: it stays good where the grant brings no other. @default null */
  readonly refreshToken?: string | null
}

/** What is stored of a grant. What nobody can refresh ends with its access token. */
export function toGrantColumns(
  grant: Grant,
  { keyring, connectionId, refreshToken = null }: ColumnOptions,
): GrantColumns {
  const refresh_token =
    grant.refreshToken === undefined
      ? refreshToken
      : sealToken(grant.refreshToken, { keyring, connectionId, field: 'refresh_token' })
  const ends = grant.expiresAt ?? null
  return {
    access_token: sealToken(grant.accessToken, { keyring, connectionId, field: 'access_token' }),
    refresh_token,
    token_expires_at: ends,
    expires_at: refresh_token === null ? ends : null,
    scopes: [...grant.scopes],
  }
}
