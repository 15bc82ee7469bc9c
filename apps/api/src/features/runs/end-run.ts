import type { RunEvent, Trx } from '#db/types.ts'
import { refundCredits } from '#features/account/index.ts'
import type { Clock } from '#shared/clock.ts'
import { toPaidOperation } from './paid-operation.ts'
import { insertEvent } from './run-events.repository.ts'
import type { RunEnd, StoredRun } from './runs.repository.ts'
import { endIfProcessing } from './runs.repository.ts'

interface EndOptions extends RunEnd {
  readonly run: StoredRun
  readonly event: RunEvent & { readonly event: 'completed' | 'failed' }
}

/**
 * Ends a run with its last event, once, however often it is called, and gives back what a failure refunds, or what a
 * completed run did not do. The caller holds the
 * lock of the subject's row, and ends the subject in the same transaction.
 *
 * @returns whether this call ended it
 */
export async function endRun(
  trx: Trx,
  { clock }: { readonly clock: Clock },
  { run, event, ...end }: EndOptions,
): Promise<boolean> {
  if (!(await endIfProcessing(trx, run.id, end))) return false
  await insertEvent(trx, { run, event, at: end.at })
  const { failure, refund } = end
  const amount = failure?.refund ?? refund?.credits ?? 0
  // A failure that gives nothing back is no line of the ledger, unless its debit of nothing is one.
  if (amount > 0 || (failure && run.credits_used === 0)) {
    const { account_id: accountId, workspace_id: workspaceId, livemode } = run
    const payment = { accountId, workspaceId, livemode, amount, operation: toPaidOperation(run) }
    await refundCredits(trx, { ...payment, clock, ...(refund && !failure && { note: refund.reason }) })
  }
  return true
}
