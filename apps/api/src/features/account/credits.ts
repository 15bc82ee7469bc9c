import { AppError } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { Trx } from '#db/types.ts'
import { sql } from 'kysely'

/** What credits are taken for, as the ledger names it. */
export interface PaidOperation {
  readonly type:
    | 'generation'
    | 'regeneration'
    | 'image_generation'
    | 'image_regeneration'
    | 'video_generation'
    | 'video_regeneration'
    | 'post'
  readonly id: string
  /** Which payment of the operation, where it is paid and given back more than once. @default 0 */
  readonly settlement?: number
}

interface Payment {
  readonly accountId: string
  /** For which the operation is. */
  readonly workspaceId: string
  /** False: a sandbox operation. It is priced and not paid. */
  readonly livemode: boolean
  /** In credits, never negative. */
  readonly amount: number
  readonly operation: PaidOperation
  readonly clock: Clock
}

/**
 * Takes credits and writes the ledger's line, in one statement: parallel debits cannot spend a credit twice.
 *
 * Answers the balance that is left. Throws INSUFFICIENT_CREDITS, and takes nothing, when it is below the amount.
 */
export async function debitCredits(trx: Trx, payment: Payment): Promise<number> {
  const { accountId, workspaceId, livemode, amount, operation, clock } = payment
  if (!livemode) return readBalance(trx, accountId)
  const { rows } = await sql<{ credit_balance: number }>`
    with paid as (
      update accounts set credit_balance = credit_balance - ${amount}
      where id = ${accountId} and credit_balance >= ${amount}
      returning credit_balance
    ), entry as (
      insert into credit_ledger
        (id, account_id, workspace_id, livemode, kind, amount, balance_after, operation_type, operation_id, settlement,
          created_at)
      select ${makeId(clock)}::uuid, ${accountId}::uuid, ${workspaceId}::uuid, true, 'debit', ${-amount}::int, credit_balance,
        ${operation.type}, ${operation.id}::uuid, ${operation.settlement ?? 0}::int, ${clock.now()}::timestamptz
      from paid
    )
    select credit_balance from paid`.execute(trx)
  const [paid] = rows
  if (paid) return paid.credit_balance
  const balance = await readBalance(trx, accountId)
  throw new AppError('INSUFFICIENT_CREDITS', `This costs ${amount} credits, and the balance is ${balance}.`)
}

interface Refund extends Payment {
  /** Why, where the operation did not fail: shown in the ledger. */
  readonly note?: string
}

/** Gives back what a payment took, or a part of it. However often it is called for one payment, it does so once. */
export async function refundCredits(trx: Trx, payment: Refund): Promise<void> {
  const { accountId, workspaceId, livemode, amount, operation, clock } = payment
  if (!livemode) return
  // The row's lock makes the balance that the line names the balance after it. It is no stronger than that: every POST with an
  // Idempotency-Key names the account, and may wait for what is locked here already.
  const { credit_balance } = await trx
    .selectFrom('accounts')
    .select('credit_balance')
    .where('id', '=', accountId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const balance = credit_balance + amount
  const entry = await trx
    .insertInto('credit_ledger')
    .values({
      id: makeId(clock),
      account_id: accountId,
      workspace_id: workspaceId,
      livemode: true,
      kind: 'refund',
      amount,
      balance_after: balance,
      operation_type: operation.type,
      operation_id: operation.id,
      settlement: operation.settlement ?? 0,
      note: payment.note ?? null,
      created_at: clock.now(),
    })
    // The unique index `credit_ledger_once`: one refund for each settlement of an operation.
    .onConflict((conflict) =>
      conflict.columns(['operation_id', 'kind', 'settlement']).where('operation_id', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!entry) return
  await trx.updateTable('accounts').set({ credit_balance: balance }).where('id', '=', accountId).execute()
}

interface Grant {
  readonly accountId: string
  /** In credits, never negative. */
  readonly amount: number
  readonly note: string
  readonly clock: Clock
}

/** Gives an account credits. */
export async function grantCredits(trx: Trx, { accountId, amount, note, clock }: Grant): Promise<void> {
  const { credit_balance } = await trx
    .updateTable('accounts')
    .set((expression) => ({ credit_balance: expression('credit_balance', '+', amount) }))
    .where('id', '=', accountId)
    .returning('credit_balance')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('credit_ledger')
    .values({
      id: makeId(clock),
      account_id: accountId,
      workspace_id: null,
      livemode: true,
      kind: 'grant',
      amount,
      balance_after: credit_balance,
      operation_type: null,
      operation_id: null,
      note,
      created_at: clock.now(),
    })
    .execute()
}

/** The credits an account has left. */
export async function readBalance(db: Pick<Trx, 'selectFrom'>, accountId: string): Promise<number> {
  const { credit_balance } = await db
    .selectFrom('accounts')
    .select('credit_balance')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return credit_balance
}
