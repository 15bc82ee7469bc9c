import { laneOf } from '#features/pauses/index.ts'
import { PublishError } from '#platforms/port.ts'
import { abortable } from '#shared/abortable.ts'
import { AppError, unavailable } from '#shared/app-error.ts'
import type { ChoiceName, PlatformChoice } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import type { CapabilityDependencies } from '../capabilities/ask-capabilities.ts'
import type { StoredConnection } from '../connections.repository.ts'
import { isUsable } from '../present-connection.ts'
import { createConnectionOpener } from '../tokens/open-connection.ts'
import { toChoices } from './to-choices.ts'

/** Somebody waits for the answer. */
const ASK_MS = 8_000

/**
 * What asks the platform of a connection for one of its lists.
 *
 * @throws AppError PLATFORM_NOT_CONFIGURED or CONFLICT: it cannot be asked, and was not
 */
export function openQuestion(
  dependencies: CapabilityDependencies,
  connection: StoredConnection,
  name: ChoiceName,
): () => Promise<PlatformChoice[]> {
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
  return async () => {
    const signal = AbortSignal.timeout(ASK_MS)
    const opened = createConnectionOpener(dependencies)(connection)
    return toChoices(await abortable(signal, askFor({ connection: opened, signal })))
  }
}

interface RefusalOptions {
  readonly now: Date
  /** Seconds until the platform may be asked again. */
  readonly soonest: number
}

/** The error that a caller gets: what passes by itself is UNAVAILABLE, what a person has to see to is CONFLICT. */
export function toRefusal(err: unknown, { now, soonest }: RefusalOptions): AppError {
  if (err instanceof AppError) return err
  if (!(err instanceof PublishError)) return unavailable('The platform could not be reached.', err, soonest)
  if (err.failure === 'reconnect' || err.failure === 'never')
    return new AppError('CONFLICT', err.message, { cause: err })
  const { notBefore, retryAfterSeconds = soonest } = err
  const seconds = notBefore ? (notBefore.getTime() - now.getTime()) / 1000 : retryAfterSeconds
  return unavailable(err.message, err, Math.max(soonest, Math.ceil(seconds)))
}
