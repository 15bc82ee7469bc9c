import { findSandboxesOf, storeLimits } from '#features/connections/index.ts'
import { recordPause } from '#features/pauses/index.ts'
import type { PublishError } from '#platforms/port.ts'
import { ApiVersionEndedError } from '#platforms/port.ts'
import type { StepContext, StepDependencies, StepResult } from './step.ts'
import { failHeld, mayNotWait } from './refuse-to-wait.ts'
import { reschedule } from './step.ts'

type PauseSubjects = Parameters<typeof recordPause>[1]['subjects']

/**
 * Keeps an item, and all that shares a quota of the platform with it, until the quota is reset. Nothing fails by it but what may not
 * wait, and no attempt is counted.
 */
export async function pauseItem(
  dependencies: StepDependencies,
  context: StepContext,
  failure: PublishError,
): Promise<StepResult> {
  const { scope, message: reason, notBefore } = failure
  const { clock } = dependencies
  const { item } = context
  const until = await pauseLane(dependencies, context, { scope, reason, notBefore })
  const now = clock.now()
  if (mayNotWait(item, now)) {
    return failHeld(dependencies, context, { reason, isVersionEnded: failure instanceof ApiVersionEndedError })
  }
  const waiting_since = item.waiting_since ?? now
  const afterMs = until.getTime() - now.getTime()
  return reschedule(dependencies, item, {
    stage: 'preparing',
    ...(failure.failure === 'restart' && { checkpoint: null }),
    sent_at: null,
    failures: 0,
    restarts: 0,
    waiting_since,
    afterMs,
  })
}

interface UsedUp {
  readonly scope: PublishError['scope']
  /** A sentence for callers. */
  readonly reason: string
  /** When the quota is reset. Undefined: the platform did not say. */
  readonly notBefore: Date | undefined
}

/** Records that a quota is used up: of the account, or of the app. Returns until when nothing is posted. */
async function pauseLane(
  { db, clock, logger }: StepDependencies,
  context: StepContext,
  { scope, reason, notBefore }: UsedUp,
): Promise<Date> {
  const { id: item_id, lane } = context.item
  const subjects = await findSubjects(db, context, scope)
  const until = await recordPause({ db, clock }, { subjects, notBefore, reason })
  logger.warn({ item_id, lane, scope, held_until: until }, 'a quota of the platform is used up')
  return until
}

/** Keeps what the answers of a step said of quotas. That it cannot be kept fails no step. */
export async function storeReported(
  { db, clock, logger }: StepDependencies,
  { item, opened }: StepContext,
): Promise<void> {
  const limits = opened.limits.splice(0)
  if (limits.length === 0) return
  try {
    await storeLimits(db, { connectionId: opened.connection.connectionId, limits, now: clock.now() })
  } catch (err) {
    logger.warn({ err, item_id: item.id }, 'the limits of an account could not be kept')
  }
}

/** Pauses what good answers of a step reported as used up. The item itself goes on: its own request was taken. */
export async function pauseReported(dependencies: StepDependencies, context: StepContext): Promise<void> {
  for (const { scope, message: reason, notBefore } of context.opened.quotas.splice(0)) {
    await pauseLane(dependencies, context, { scope, reason, notBefore })
  }
}

async function findSubjects(
  db: StepDependencies['db'],
  { item: { lane }, opened: { connection } }: StepContext,
  scope: PublishError['scope'],
): Promise<PauseSubjects> {
  if (scope !== 'app') return [{ lane, connectionId: connection.connectionId }]
  if (lane !== 'sandbox') return [{ lane, connectionId: null }]
  // Everybody has the sandbox for an app of their own: nobody can pause another workspace's posts.
  const ids = await findSandboxesOf(db, connection.connectionId)
  return [...new Set([connection.connectionId, ...ids])].map((connectionId) => ({ lane, connectionId }))
}
