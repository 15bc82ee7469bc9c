import type { ConnectionsTable } from '#db/types.ts'
import type { Grant, Renewal } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { Selectable } from 'kysely'
import { sealToken } from './seal-tokens.ts'

type GrantColumns = Pick<
  Selectable<ConnectionsTable>,
  | 'access_token'
  | 'refresh_token'
  | 'token_expires_at'
  | 'expires_at'
  | 'scopes'
  | 'renew_at'
  | 'renewal_error'
  | 'renewal_failed_at'
>

/** What is stored of an account that needs no tokens: one of the sandbox. */
export const NO_TOKENS: GrantColumns = {
  access_token: null,
  refresh_token: null,
  token_expires_at: null,
  expires_at: null,
  scopes: [],
  renew_at: null,
  renewal_error: null,
  renewal_failed_at: null,
}

/** What the time of the next renewal depends on. */
export interface RenewalPlanning {
  readonly clock: Clock
  /** From 0 up to 1. */
  readonly random: () => number
  readonly renewal: Renewal
}

interface ColumnOptions extends RenewalPlanning {
  readonly keyring: Keyring
  readonly connectionId: string
  /** Sealed: it stays good where the grant brings no other. @default null */
  readonly refreshToken?: string | null
}

/** What is stored of a grant. What cannot be renewed ends with its access token. */
export function toGrantColumns(grant: Grant, options: ColumnOptions): GrantColumns {
  const { keyring, connectionId, renewal, refreshToken = null } = options
  const refresh_token =
    grant.refreshToken === undefined
      ? refreshToken
      : sealToken(grant.refreshToken, { keyring, connectionId, field: 'refresh_token' })
  const renewable = renewal === 'access_token' || (renewal === 'refresh_token' && refresh_token !== null)
  return {
    access_token: sealToken(grant.accessToken, { keyring, connectionId, field: 'access_token' }),
    refresh_token,
    token_expires_at: grant.expiresAt ?? null,
    expires_at: grant.endsAt ?? (renewable ? null : (grant.expiresAt ?? null)),
    scopes: [...grant.scopes],
    renew_at: renewable ? planRenewal(grant, options) : null,
    renewal_error: null,
    renewal_failed_at: null,
  }
}

const DAY_MS = 24 * 3600_000

/** Platforms end tokens that nobody used for some months (Google: 6), and most that live long for 60 days. */
const LONGEST_MS = 30 * DAY_MS
/** The part of its life that a token has behind it when it is renewed: what is left is for a platform that is down. */
const PART = 2 / 3
/** The part of the time by which renewals are spread, so that what was connected at once is not renewed at once. */
const SPREAD = 0.1

/** When the sweep renews tokens that nobody uses. Null: what renews them does not end. */
function planRenewal(grant: Grant, { clock, random, renewal }: RenewalPlanning): Date | null {
  const now = clock.now().getTime()
  const end = renewal === 'access_token' ? grant.expiresAt : grant.refreshExpiresAt
  if (!end && renewal === 'access_token') return null
  const wait = Math.min(LONGEST_MS, end ? (end.getTime() - now) * PART : LONGEST_MS)
  return new Date(now + Math.max(0, wait) * (1 - random() * SPREAD))
}
