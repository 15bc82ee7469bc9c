import { laneOf } from '#features/pauses/index.ts'
import { PublishError } from '#platforms/port.ts'
import { abortable } from '#shared/abortable.ts'
import { AppError, unavailable } from '#shared/app-error.ts'
import type { ChoiceName, PlatformChoices } from '@powerpost/contract'
import { PLATFORM_CHOICES, PLATFORM_NAMES } from '@powerpost/contract'
import type { CapabilityDependencies } from '../capabilities/ask-capabilities.ts'
import type { ConnectionOwner, StoredConnection } from '../connections.repository.ts'
import { findConnection } from '../connections.repository.ts'
import { isUsable, noSuchConnection } from '../present-connection.ts'
import { createConnectionOpener } from '../tokens/open-connection.ts'
import { storeChoices } from './choices.repository.ts'
import { toChoices } from './to-choices.ts'

/** What a platform said is good for so long: a person who adds a playlist there looks for it here. */
const FRESH_MS = 5 * 60_000
/** Somebody waits for the answer. */
const ASK_MS = 8_000

interface ChoicesRequest {
  readonly id: string
  readonly name: ChoiceName
}

/**
 * A list that the platform keeps for one account: what is kept, if it is not older than five minutes, else what the platform answers
 * now. Call it outside a transaction.
 *
 * @throws AppError NOT_FOUND: there is no such connection, or its platform has no such list. PLATFORM_NOT_CONFIGURED. Where nothing is
 *   kept: CONFLICT, if a person has to do something about the account, and UNAVAILABLE, if the platform could not be asked
 */
export async function getChoices(
  dependencies: CapabilityDependencies,
  owner: ConnectionOwner,
  { id, name }: ChoicesRequest,
): Promise<PlatformChoices> {
  const { db, clock, logger } = dependencies
  const connection = await findConnection(db, owner, id)
  if (!connection) throw noSuchConnection()
  assertHas(connection, name)
  const kept = connection.choices?.[name]
  const now = clock.now()
  const head = { connection_id: connection.id, name }
  if (kept && now.getTime() - Date.parse(kept.checked_at) <= FRESH_MS) return { ...head, ...kept }
  try {
    const choices = await ask(dependencies, connection, name)
    const checkedAt = clock.now()
    const { id: connectionId, token_version: tokenVersion } = connection
    await storeChoices(db, { connectionId, tokenVersion, name, choices, now: checkedAt })
    return { ...head, choices, checked_at: checkedAt.toISOString() }
  } catch (err) {
    logger.warn(
      { err, connection_id: connection.id, choices: name },
      'the choices of an account could not be asked for',
    )
    const refusal = toRefusal(err, now)
    if (!kept) throw refusal
    return { ...head, ...kept, error: refusal.message }
  }
}

function assertHas({ platform }: StoredConnection, name: ChoiceName): void {
  const names = PLATFORM_CHOICES[platform]
  if (names.includes(name)) return
  const has = names.length > 0 ? `has these choices: ${names.join(', ')}` : 'has no choices to ask for'
  throw new AppError('NOT_FOUND', `${PLATFORM_NAMES[platform]} has no choices named ${name}. It ${has}.`)
}

async function ask(dependencies: CapabilityDependencies, connection: StoredConnection, name: ChoiceName) {
  const { platforms, clock } = dependencies
  const { platform } = connection
  const adapter = laneOf(connection) === 'sandbox' ? platforms.sandbox : platforms.find(platform)
  const askFor = adapter?.choices?.[name]
  if (!askFor) {
    throw new AppError(
      'PLATFORM_NOT_CONFIGURED',
      `This server has no app for ${PLATFORM_NAMES[platform]} that is asked.`,
    )
  }
  if (!isUsable(connection, clock.now())) {
    throw new AppError('CONFLICT', 'The connection has expired or its access was revoked: connect the account again.')
  }
  const signal = AbortSignal.timeout(ASK_MS)
  const opened = createConnectionOpener(dependencies)(connection)
  return toChoices(await abortable(signal, askFor({ connection: opened, signal })))
}

/** What a caller is told: what passes by itself is UNAVAILABLE, what a person has to see to is CONFLICT. */
function toRefusal(err: unknown, now: Date): AppError {
  if (err instanceof AppError) return err
  if (!(err instanceof PublishError)) return unavailable('The platform could not be reached.', err)
  if (err.failure === 'reconnect' || err.failure === 'never')
    return new AppError('CONFLICT', err.message, { cause: err })
  const { notBefore, retryAfterSeconds } = err
  const seconds = notBefore ? (notBefore.getTime() - now.getTime()) / 1000 : retryAfterSeconds
  return unavailable(err.message, err, seconds === undefined ? undefined : Math.max(1, Math.ceil(seconds)))
}
