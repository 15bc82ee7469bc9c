import type { Trx } from '#db/types.ts'
import { refundCredits } from '#features/account/index.ts'
import type { Attempt } from '#jobs/worker.ts'
import type { Clock } from '#shared/clock.ts'
import { appendEvent } from './progress/events.repository.ts'
import type { ReportDependencies } from './progress/report-progress.ts'
import { endRegeneration } from './regenerations.repository.ts'

const DEFAULT_MESSAGE = 'The captions could not be written anew. The credits were given back; please try again.'

interface FailOptions {
  readonly id: string
  readonly clock: Clock
  /** For the caller: what really happened is in the log. */
  readonly message?: string
}

/**
 * Ends a rewriting that still runs as `failed`, the captions as they were, and gives its credits back, once. Answers the id of
 * its generation; undefined when it had ended already.
 */
export async function failRegeneration(
  trx: Trx,
  { id, clock, message = DEFAULT_MESSAGE }: FailOptions,
): Promise<string | undefined> {
  const at = clock.now()
  const failed = await endRegeneration(trx, { id, at, failure: message })
  if (!failed) return undefined
  const data = { status: 'failed', error_code: 'GENERATION_FAILED', error_message: message } as const
  await appendEvent(trx, { generationId: failed.generation_id, progress: { event: 'failed', data }, at })
  const { account_id, livemode } = await trx
    .selectFrom('generations')
    .select(['account_id', 'livemode'])
    .where('id', '=', failed.generation_id)
    .executeTakeFirstOrThrow()
  await refundCredits(trx, {
    accountId: account_id,
    livemode,
    amount: failed.credits_used,
    operation: { type: 'regeneration', id },
    clock,
  })
  return failed.generation_id
}

/** Fails a rewriting whose job the queue gave up on; one that has ended by itself is left alone. */
export async function giveUpRegeneration(
  { db, clock, announceProgress }: ReportDependencies,
  attempt: Attempt<'fail-regeneration'>,
): Promise<void> {
  const generationId = await db.transaction().execute(async (trx) => {
    const failed = await failRegeneration(trx, { id: attempt.data.regeneration_id, clock })
    await attempt.complete(trx)
    return failed
  })
  if (generationId !== undefined) announceProgress(generationId)
}
