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
  const { db, clock, logger } = dependencies
  const { item } = context
  const subjects = await findSubjects(db, context, scope)
  const until = await recordPause({ db, clock }, { subjects, notBefore, reason })
  logger.warn({ item_id: item.id, lane: item.lane, scope, held_until: until }, 'a quota of the platform is used up')
  const afterMs = until.getTime() - clock.now().getTime()
  return reschedule(dependencies, item, { stage: 'preparing', sent_at: null, failures: 0, restarts: 0, afterMs })
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
