import type { Db, Trx } from '#db/types.ts'
import { grantCredits, readBalance } from '#features/account/index.ts'
import type { Clock } from '#shared/clock.ts'
import { isUuid } from '#shared/ids.ts'
import { z } from 'zod'
import { OperatorError } from './operator-error.ts'

const grantSchema = z.object({
  amount: z.int().min(1).max(1_000_000_000),
  /** Why; it stands on the ledger. */
  note: z.string().trim().min(1).max(500),
  /** Absent: the only account. */
  account: z.string().optional(),
})

export type Grant = z.output<typeof grantSchema>

/** @throws OperatorError when it is none */
export function readGrant(asked: unknown): Grant {
  const { success, data, error } = grantSchema.safeParse(asked)
  if (success) return data
  const [issue] = error.issues
  const message = `${issue?.path.join('.')}: ${issue?.message}.`
  const hint = 'Give 1 to 1,000,000,000 credits, and a note of up to 500 characters.'
  throw new OperatorError({ code: 'USAGE', outcome: 'usage', message, hint })
}

export const grantedSchema = z.object({ account_id: z.string(), amount: z.int(), balance: z.int() })

/** What came of a grant. */
export type Granted = z.output<typeof grantedSchema>

/** The database's `integer`. */
const LARGEST_BALANCE = 2_147_483_647

/** Gives an account credits, with a line on its ledger. */
export function grant(db: Db, { amount, note, account }: Grant, clock: Clock): Promise<Granted> {
  return db.transaction().execute(async (trx) => {
    const accountId = await findAccount(trx, account)
    if ((await readBalance(trx, accountId)) + amount > LARGEST_BALANCE) throw tooMuch()
    await grantCredits(trx, { accountId, amount, note, clock })
    return { account_id: accountId, amount, balance: await readBalance(trx, accountId) }
  })
}

/** More than anybody could choose from is not listed. */
const MAX_LISTED = 20

async function findAccount(trx: Trx, wanted: string | undefined): Promise<string> {
  const query = trx.selectFrom('accounts').select(['id', 'name']).orderBy('created_at').orderBy('id')
  if (wanted !== undefined) {
    const found = isUuid(wanted) ? await query.where('id', '=', wanted).forUpdate().executeTakeFirst() : undefined
    if (found) return found.id
  }
  const accounts = await query.limit(MAX_LISTED).forUpdate().execute()
  const [only, ...others] = accounts
  if (wanted === undefined && only && others.length === 0) return only.id
  const list = accounts.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
  if (wanted !== undefined)
    throw noAccount(`There is no account ${wanted}.`, `Give one of these as --account:\n${list}`)
  if (!only) throw noAccount('There is no account yet.', 'Start the server once: it creates the first.')
  throw noAccount('There are several accounts.', `Choose one with --account:\n${list}`)
}

function noAccount(message: string, hint: string): OperatorError {
  return new OperatorError({ code: 'NO_ACCOUNT', outcome: 'missing', message, hint })
}

function tooMuch(): OperatorError {
  const message = `The balance would be more than ${LARGEST_BALANCE} credits.`
  return new OperatorError({ code: 'TOO_MANY_CREDITS', outcome: 'usage', message, hint: 'Grant fewer.' })
}
