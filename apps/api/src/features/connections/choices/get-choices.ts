import { AppError, unavailable } from '#shared/app-error.ts'
import type { ChoiceName, PlatformChoices } from '@powerpost/contract'
import { PLATFORM_CHOICES, PLATFORM_NAMES } from '@powerpost/contract'
import type { CapabilityDependencies } from '../capabilities/ask-capabilities.ts'
import type { ConnectionOwner, StoredConnection } from '../connections.repository.ts'
import { findConnection } from '../connections.repository.ts'
import { noSuchConnection } from '../present-connection.ts'
import { openQuestion, toRefusal } from './ask-choices.ts'
import type { KeptList } from './choices.repository.ts'
import { claimQuestion, storeAnswer } from './choices.repository.ts'

/** What a platform said is good for so long: a person who adds a playlist there looks for it here. */
const FRESH_MS = 5 * 60_000
/** A platform is asked once in so long, whatever comes of it: each question may cost a part of a quota that all accounts share. */
const ASK_AGAIN_MS = 60_000
/** When a list is probably there that another request is asking for, in seconds. */
const SOON_SECONDS = 2

interface ChoicesRequest {
  readonly id: string
  readonly name: ChoiceName
}

/**
 * A list that the platform keeps for one account: what is kept, if it is not older than five minutes, else what the platform answers
 * now. It is asked at most once a minute, by one of many that call at once. Call it outside a transaction.
 *
 * @throws AppError NOT_FOUND: there is no such connection, or its platform has no such list. PLATFORM_NOT_CONFIGURED. Where nothing is
 *   kept: CONFLICT, if a person has to do something about the account, and UNAVAILABLE, if the platform could not be asked, or is being
 *   asked by another request
 */
export async function getChoices(
  dependencies: CapabilityDependencies,
  owner: ConnectionOwner,
  { id, name }: ChoicesRequest,
): Promise<PlatformChoices> {
  const { db, clock } = dependencies
  const connection = await findConnection(db, owner, id)
  if (!connection) throw noSuchConnection()
  assertHas(connection, name)
  const now = clock.now()
  const head = { connection_id: connection.id, name }
  const kept = readKept(connection.choices?.[name])
  if (kept && isFresh(kept, now)) return { ...head, ...kept }
  const answer = await answerNow(dependencies, { owner, connection, name, now })
  if (!(answer instanceof AppError)) return { ...head, ...answer }
  if (!kept) throw answer
  return { ...head, ...kept, error: answer.message }
}

type Answer = Pick<PlatformChoices, 'choices' | 'checked_at'>

interface Question {
  readonly owner: ConnectionOwner
  readonly connection: StoredConnection
  readonly name: ChoiceName
  readonly now: Date
}

/** What the platform answers, or why it cannot be asked. */
async function answerNow(dependencies: CapabilityDependencies, question: Question): Promise<Answer | AppError> {
  const { db, clock, logger } = dependencies
  const { owner, connection, name, now } = question
  const list = { connectionId: connection.id, tokenVersion: connection.token_version, name }
  try {
    const ask = openQuestion(dependencies, connection, name)
    const before = new Date(now.getTime() - ASK_AGAIN_MS)
    if (!(await claimQuestion(db, { ...list, before, now }))) {
      const current = (await findConnection(db, owner, connection.id))?.choices?.[name]
      const kept = readKept(current)
      return kept && isFresh(kept, now) ? kept : toEarlierRefusal(current, now)
    }
    const answer = { choices: await ask(), checked_at: clock.now().toISOString() }
    await storeAnswer(db, { ...list, answer })
    return answer
  } catch (err) {
    logger.warn(
      { err, connection_id: connection.id, choices: name },
      'the choices of an account could not be asked for',
    )
    const refusal = toRefusal(err, { now, soonest: ASK_AGAIN_MS / 1000 })
    const { code, message } = refusal
    // One that was refused before it was claimed costs nothing, and is refused again as long as that is so.
    if (!(err instanceof AppError) && (code === 'CONFLICT' || code === 'UNAVAILABLE')) {
      await storeAnswer(db, { ...list, answer: { refusal: { code, message } } })
    }
    return refusal
  }
}

function readKept(list: KeptList | undefined): Answer | undefined {
  const { choices, checked_at } = list ?? {}
  return choices && checked_at !== undefined ? { choices, checked_at } : undefined
}

function isFresh({ checked_at }: Answer, now: Date): boolean {
  return now.getTime() - Date.parse(checked_at) <= FRESH_MS
}

/** Why the platform is not asked again so soon. */
function toEarlierRefusal(list: KeptList | undefined, now: Date): AppError {
  const { refusal, asked_at } = list ?? {}
  if (!refusal) return unavailable('The platform is being asked at this moment.', undefined, SOON_SECONDS)
  if (refusal.code === 'CONFLICT') return new AppError('CONFLICT', refusal.message)
  const again = Date.parse(asked_at ?? now.toISOString()) + ASK_AGAIN_MS
  return unavailable(refusal.message, undefined, Math.max(1, Math.ceil((again - now.getTime()) / 1000)))
}

function assertHas({ platform }: StoredConnection, name: ChoiceName): void {
  const names = PLATFORM_CHOICES[platform]
  if (names.includes(name)) return
  const has = names.length > 0 ? `has these choices: ${names.join(', ')}` : 'has no choices to ask for'
  throw new AppError('NOT_FOUND', `${PLATFORM_NAMES[platform]} has no choices named ${name}. It ${has}.`)
}
