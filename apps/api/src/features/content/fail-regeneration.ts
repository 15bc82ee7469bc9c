import type { Db, Trx } from '#db/types.ts'
import { refundCredits } from '#features/account/index.ts'
import type { Attempt } from '#jobs/worker.ts'
import type { Clock } from '#shared/clock.ts'
import { endRegeneration } from './regenerations.repository.ts'

const DEFAULT_MESSAGE = 'The captions could not be written anew. The credits were given back; please try again.'

interface FailOptions {
  readonly id: string
  readonly clock: Clock
  /** For the caller: what really happened is in the log. */
  readonly message?: string
}

/** Ends a rewriting that still runs as `failed`, the captions as they were, and gives its credits back, once. */
export async function failRegeneration(trx: Trx, { id, clock, message = DEFAULT_MESSAGE }: FailOptions): Promise<void> {
  const failed = await endRegeneration(trx, { id, at: clock.now(), failure: message })
  if (!failed) return
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
}

/** Fails a rewriting whose job the queue gave up on; one that has ended by itself is left alone. */
export async function giveUpRegeneration(
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  attempt: Attempt<'fail-regeneration'>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await failRegeneration(trx, { id: attempt.data.regeneration_id, clock })
    await attempt.complete(trx)
  })
}
