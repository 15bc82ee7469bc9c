import type { Trx } from '#db/types.ts'
import { refundCredits } from '#features/account/index.ts'
import type { Clock } from '#shared/clock.ts'
import { markFailed } from './generations.repository.ts'

const DEFAULT_MESSAGE = 'The captions could not be written. The credits were given back; please try again.'

/**
 * Ends a generation that still runs as `failed` and gives its credits back, once, however often it is called.
 *
 * The message is for the caller: what really happened is in the log.
 */
export async function failGeneration(
  trx: Trx,
  { id, clock, message = DEFAULT_MESSAGE }: { readonly id: string; readonly clock: Clock; readonly message?: string },
): Promise<void> {
  const failed = await markFailed(trx, { id, message, completedAt: clock.now() })
  if (!failed) return
  await refundCredits(trx, {
    accountId: failed.account_id,
    livemode: failed.livemode,
    amount: failed.credits_used,
    operation: { type: 'generation', id },
    clock,
  })
}
