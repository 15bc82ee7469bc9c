import { findSandboxesOf } from '#features/connections/index.ts'
import { recordPause } from '#features/pauses/index.ts'
import type { PublishError } from '#platforms/port.ts'
import type { StepContext, StepDependencies, StepResult } from './step.ts'
import { reschedule } from './step.ts'

type PauseSubjects = Parameters<typeof recordPause>[1]['subjects']

/**
 * Keeps an item, and all that shares a quota of the platform with it, until the quota is reset. Nothing fails by it, and no
 * attempt is counted.
 */
export async function pauseItem(
  dependencies: StepDependencies,
  context: StepContext,
  { scope, message: reason, notBefore }: PublishError,
): Promise<StepResult> {
  const { clock } = dependencies
  const { item } = context
  const until = await pauseLane(dependencies, context, { scope, reason, notBefore })
  const afterMs = until.getTime() - clock.now().getTime()
  return reschedule(dependencies, item, { stage: 'preparing', sent_at: null, failures: 0, restarts: 0, afterMs })
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
