import type { Trx } from '#db/types.ts'
import { refundCredits } from '#features/account/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { AttemptOf } from '#jobs/worker.ts'
import type { Clock } from '#shared/clock.ts'
import type { ContentJobs } from './jobs.ts'
import { appendEvent } from './progress/events.repository.ts'
import type { ReportDependencies } from './progress/report-progress.ts'
import { endRegeneration } from './regenerations.repository.ts'

const DEFAULT_MESSAGE = 'The captions could not be written anew. The credits were given back; please try again.'

interface FailDependencies {
  readonly clock: Clock
  readonly recordEvent: RecordEvent
}

interface FailOptions {
  readonly id: string
  /** For the caller: what really happened is in the log. */
  readonly message?: string | undefined
}

/**
 * Ends a rewriting that still runs as `failed`, the captions as they were, gives its credits back and tells listeners, once.
 * Answers the id of its generation; undefined when it had ended already.
 */
export async function failRegeneration(
  trx: Trx,
  { clock, recordEvent }: FailDependencies,
  { id, message = DEFAULT_MESSAGE }: FailOptions,
): Promise<string | undefined> {
  const at = clock.now()
  const failed = await endRegeneration(trx, { id, at, failure: message })
  if (!failed) return undefined
  const generationId = failed.generation_id
  const data = { status: 'failed', error_code: 'GENERATION_FAILED', error_message: message } as const
  await appendEvent(trx, { generationId, progress: { event: 'failed', data }, at })
  const { account_id, workspace_id, livemode } = await trx
    .selectFrom('generations')
    .select(['account_id', 'workspace_id', 'livemode'])
    .where('id', '=', generationId)
    .executeTakeFirstOrThrow()
  await refundCredits(trx, {
    accountId: account_id,
    livemode,
    amount: failed.credits_used,
    operation: { type: 'regeneration', id },
    clock,
  })
  const told = { generation_id: generationId, ...data }
  await recordEvent(trx, { event: 'generation.failed', workspaceId: workspace_id, livemode, data: told })
  return generationId
}

/** Fails a rewriting whose job the queue gave up on; one that has ended by itself is left alone. */
export async function giveUpRegeneration(
  dependencies: ReportDependencies & FailDependencies,
  attempt: AttemptOf<ContentJobs, 'fail-regeneration'>,
): Promise<void> {
  const { db, announceProgress } = dependencies
  const generationId = await db.transaction().execute(async (trx) => {
    const failed = await failRegeneration(trx, dependencies, { id: attempt.data.regeneration_id })
    await attempt.complete(trx)
    return failed
  })
  if (generationId !== undefined) announceProgress(generationId)
}
