import type { RunEvent, RunInput, RunKind, Trx } from '#db/types.ts'
import { debitCredits } from '#features/account/index.ts'
import type { Enqueuer } from '#jobs/queue.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { assertWithinMaxCredits } from './assert-within-max-credits.ts'
import type { RunJobs } from './jobs.ts'
import { toPaidOperation } from './paid-operation.ts'
import { insertEvent } from './run-events.repository.ts'
import { insertRun } from './runs.repository.ts'

export interface AcceptDependencies {
  readonly queue: Enqueuer<RunJobs>
  readonly clock: Clock
}

interface AcceptOptions {
  readonly kind: RunKind
  readonly principal: WorkspacePrincipal
  /** In credits. */
  readonly price: number
  readonly maxCredits: number | undefined
  readonly queued: RunEvent & { readonly event: 'queued' }
  /** Absent: the first run of a new subject, which is given the id of the run. */
  readonly regeneration?: { readonly subjectId: string; readonly input: RunInput }
  /** Stores what the kind keeps of the request. */
  readonly keep?: (run: KeptRun) => Promise<void>
}

interface KeptRun {
  readonly id: string
  readonly at: Date
}

/** A run that will end, completed or failed and refunded, if the transaction commits. */
export interface AcceptedRun {
  readonly id: string
  readonly remainingCredits: number
  readonly at: Date
}

/**
 * Accepts work: the caller's ONE transaction debits, writes the ledger, the run, its first event and its job, and what the kind
 * keeps of the request. After it either all of them exist, and the run will end, or none does, and nothing was paid. The debit comes
 * last: it locks the account's row, for which all requests of the account wait until the commit.
 *
 * @throws AppError INSUFFICIENT_CREDITS
 */
export async function acceptRun(
  trx: Trx,
  { queue, clock }: AcceptDependencies,
  { kind, principal, price, maxCredits, queued, regeneration, keep }: AcceptOptions,
): Promise<AcceptedRun> {
  assertWithinMaxCredits(price, maxCredits)
  const id = makeId(clock)
  const { accountId, workspaceId, livemode } = principal
  const run = { id, kind, subject_id: regeneration?.subjectId ?? id }
  const at = clock.now()
  const order = await insertRun(trx, {
    ...run,
    account_id: accountId,
    workspace_id: workspaceId,
    livemode,
    input: regeneration ? JSON.stringify(regeneration.input) : null,
    credits_used: price,
    created_at: at,
  })
  await insertEvent(trx, { run, event: queued, at })
  await queue.enqueue(trx, `run-${kind}`, { run_id: id }, { order })
  await keep?.({ id, at })
  const operation = toPaidOperation(run)
  const remainingCredits = await debitCredits(trx, {
    accountId,
    workspaceId,
    livemode,
    amount: price,
    operation,
    clock,
  })
  return { id, remainingCredits, at }
}
