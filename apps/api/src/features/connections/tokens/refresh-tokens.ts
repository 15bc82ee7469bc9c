import { randomUUID } from 'node:crypto'
import type { Db } from '#db/types.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { Grant, PlatformRegistry, Renewal } from '#platforms/port.ts'
import { PublishError } from '#platforms/port.ts'
import { abortable } from '#shared/abortable.ts'
import type { Clock } from '#shared/clock.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { Logger } from '#shared/logger.ts'
import { PLATFORM_NAMES } from '@powerpost/contract'
import type { StoredConnection } from '../connections.repository.ts'
import { endConnection } from '../end-connection.ts'
import { toGrantColumns } from './grant-columns.ts'
import { openToken } from './seal-tokens.ts'
import { signInPlatformOf } from './sign-in-platform.ts'
import { claimRefresh, findConnectionById, releaseRefresh, storeTokens } from './tokens.repository.ts'

export interface RefreshDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly keyring: Keyring
  readonly logger: Logger
  readonly recordEvent: RecordEvent
  readonly platforms: Pick<PlatformRegistry, 'find'>
  /** From 0 up to 1: renewals are spread. */
  readonly random: () => number
}

/** For one question to the platform. */
const TRY_MS = 20_000
/** Longer than two tries take: a process that has held a claim for so long is dead. */
const CLAIM_MS = 60_000
/** After a renewal that failed, the sweep tries again. */
const RENEW_AGAIN_MS = 60 * 60_000
/** How often those who wait for another's refresh look whether it is done. */
const LOOK_EVERY_MS = 100

interface Token {
  readonly value: string
  readonly version: number
  /** Null: it does not end. */
  readonly endsAt: Date | null
}

interface ProvideOptions {
  readonly connectionId: string
  readonly signal: AbortSignal
  /** Whether the stored token will do. */
  readonly isGood: (token: Token) => boolean
  /** The token that the platform refused, if that is why. */
  readonly refused?: string
}

/**
 * The stored token if it will do, else a new one. One process refreshes it, the others wait for what it stores.
 *
 * No transaction is open and no row locked while the platform is asked: the embedded database has one session.
 *
 * @throws PublishError
 */
export async function provideToken(dependencies: RefreshDependencies, options: ProvideOptions): Promise<Token> {
  const { db, clock } = dependencies
  const { connectionId, signal, isGood, refused } = options
  for (;;) {
    signal.throwIfAborted()
    const connection = await findConnectionById(db, connectionId)
    const token = connection && readToken(dependencies, connection)
    if (!connection || !token) throw ended(connection)
    if (isGood(token)) return token
    const now = clock.now()
    const claim = randomUUID()
    const endsAt = new Date(now.getTime() + CLAIM_MS)
    if (await claimRefresh(db, { connectionId, tokenVersion: token.version, claim, now, endsAt })) {
      // It goes on when the caller gives up: the platform may have replaced the token already, and ours would be dead.
      const refreshing = refresh(dependencies, connection, claim)
      try {
        const refreshed = await abortable(signal, refreshing)
        if (refreshed) return refreshed
      } catch (error) {
        const stillLives = refused === undefined && (token.endsAt === null || token.endsAt > clock.now())
        if (stillLives && error instanceof PublishError && error.failure === 'retry') return token
        throw error
      }
    }
    await abortable(signal, new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS)))
  }
}

/**
 * Renews the tokens of a connection that nobody uses. Nothing where another process is at it, or has done it.
 *
 * @throws PublishError
 */
export async function renewTokens(dependencies: RefreshDependencies, connection: StoredConnection): Promise<void> {
  const { id: connectionId, token_version: tokenVersion } = connection
  const now = dependencies.clock.now()
  const claim = randomUUID()
  const endsAt = new Date(now.getTime() + CLAIM_MS)
  if (!(await claimRefresh(dependencies.db, { connectionId, tokenVersion, claim, now, endsAt }))) return
  await refresh(dependencies, connection, claim)
}

function readToken({ keyring }: RefreshDependencies, connection: StoredConnection): Token | undefined {
  const { id: connectionId, access_token, token_version, token_expires_at } = connection
  if (connection.status !== 'active' || connection.deleted_at !== null || access_token === null) return undefined
  const value = openToken(access_token, { keyring, connectionId, field: 'access_token' })
  return { value, version: token_version, endsAt: token_expires_at }
}

/**
 * Asks the platform for new tokens and stores them. Ends the connection where it says that these are good no more.
 *
 * @returns undefined when it was reconnected or deleted meanwhile
 */
async function refresh(
  dependencies: RefreshDependencies,
  connection: StoredConnection,
  claim: string,
): Promise<Token | undefined> {
  const { db, clock } = dependencies
  const { id: connectionId, token_version: tokenVersion, refresh_token: refreshToken } = connection
  try {
    const { grant, renewal } = await askForGrant(dependencies, connection)
    const tokens = toGrantColumns(grant, { ...dependencies, renewal, connectionId, refreshToken })
    if (!(await storeTokens(db, { connectionId, tokenVersion, tokens, now: clock.now() }))) return undefined
    return { value: grant.accessToken, version: tokenVersion + 1, endsAt: tokens.token_expires_at }
  } catch (error) {
    if (error instanceof PublishError && error.failure === 'reconnect') {
      await db.transaction().execute((trx) => endConnection(trx, dependencies, { connectionId, tokenVersion }))
      throw ended(connection, error)
    }
    const message = error instanceof PublishError ? error.message : 'The renewal failed on this server.'
    const now = clock.now()
    await releaseRefresh(db, { connectionId, claim, message, now, renewAt: new Date(now.getTime() + RENEW_AGAIN_MS) })
    throw error
  }
}

async function askForGrant(
  { keyring, platforms, logger }: RefreshDependencies,
  connection: StoredConnection,
): Promise<{ readonly grant: Grant; readonly renewal: Renewal }> {
  const { id: connectionId } = connection
  const platform = signInPlatformOf(connection)
  const connector = platforms.find(platform)?.connector
  const name = PLATFORM_NAMES[platform]
  if (!connector) throw new PublishError('never', `This server is no longer configured for ${name}.`)
  const { renewal, refresh } = connector
  const stored = readGrant(keyring, connection)
  if (!refresh || (renewal === 'refresh_token' && stored.refreshToken === undefined)) {
    throw new PublishError('reconnect', `${name} gave no way to refresh the access.`)
  }
  const ask = async () => ({ grant: await refresh(stored, AbortSignal.timeout(TRY_MS)), renewal })
  try {
    return await ask()
  } catch (error) {
    if (error instanceof PublishError && error.failure !== 'retry') throw error
    logger.warn({ err: error, connection_id: connectionId }, 'refreshing a token is tried once more')
  }
  try {
    return await ask()
  } catch (cause) {
    if (cause instanceof PublishError) throw cause
    throw new PublishError('retry', `${name} could not be reached to refresh the access.`, { cause })
  }
}

/** The stored tokens of a connection, for who renews or revokes them. */
function readGrant(keyring: Keyring, connection: StoredConnection): Grant {
  const { id: connectionId, access_token, refresh_token, token_expires_at, expires_at, scopes } = connection
  const open = (token: string, field: 'access_token' | 'refresh_token') =>
    openToken(token, { keyring, connectionId, field })
  return {
    accessToken: access_token === null ? '' : open(access_token, 'access_token'),
    ...(refresh_token !== null && { refreshToken: open(refresh_token, 'refresh_token') }),
    ...(token_expires_at !== null && { expiresAt: token_expires_at }),
    ...(expires_at !== null && { endsAt: expires_at }),
    scopes,
  }
}

function ended(connection: StoredConnection | undefined, cause?: PublishError): PublishError {
  const about = connection ? ` to ${PLATFORM_NAMES[connection.platform]} as ${connection.display_name}` : ''
  return new PublishError('reconnect', `The connection${about} has expired. Reconnect it with POST /connections.`, {
    cause,
    ...(cause?.platformError !== undefined && { platformError: cause.platformError }),
  })
}
