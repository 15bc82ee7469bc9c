import { isLockTimeout } from '#db/is-lock-timeout.ts'
import type { Db, Trx } from '#db/types.ts'
import { AppError } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import { IDEMPOTENCY_HOURS } from '@powerpost/contract'
import { sql } from 'kysely'

/** A caller's name for what is to happen once, and the request they gave it to. */
export interface IdempotencyKey {
  readonly accountId: string
  /** A sandbox request is never answered by a live one's answer. */
  readonly livemode: boolean
  readonly key: string
  readonly fingerprint: Buffer
}

/** How long a request waits for the first one with its key. */
const LONGEST_WAIT_SECONDS = 10

const KEPT_MS = IDEMPOTENCY_HOURS * 3600_000

/**
 * Takes a key for the transaction: until it ends, others that want the key wait. Undefined: it is ours, and the effect
 * may happen. Else the answer that was kept under it.
 */
export async function claimKey(trx: Trx, key: IdempotencyKey, clock: Clock): Promise<string | undefined> {
  const now = clock.now()
  if (await insertKey(trx, key, now)) return undefined
  const kept = await readAnswer(trx, key)
  // It was swept in between: at that age it can be taken.
  return kept ? kept.answer : claimKey(trx, key, clock)
}

/** The answer that is kept under a key, without taking it. Undefined: there is none. */
export async function findAnswer(db: Db, key: IdempotencyKey, clock: Clock): Promise<string | undefined> {
  const kept = await readAnswer(db, key, new Date(clock.now().getTime() - KEPT_MS))
  return kept?.answer
}

async function readAnswer(
  db: Db | Trx,
  { accountId, livemode, key, fingerprint }: IdempotencyKey,
  after?: Date,
): Promise<{ readonly answer: string } | undefined> {
  let query = db
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'answer'])
    .where('account_id', '=', accountId)
    .where('livemode', '=', livemode)
    .where('key', '=', key)
  if (after) query = query.where('created_at', '>', after)
  const kept = await query.executeTakeFirst()
  if (!kept) return undefined
  if (!kept.fingerprint.equals(fingerprint)) {
    throw new AppError('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for a different request.')
  }
  if (kept.answer === null) throw new Error('An Idempotency-Key was committed without its answer')
  return { answer: kept.answer }
}

/** Inserts a key, or takes one over that is too old to be kept. False: there is one, and it is kept. */
async function insertKey(trx: Trx, key: IdempotencyKey, now: Date): Promise<boolean> {
  const { accountId: account_id, livemode, fingerprint } = key
  try {
    await sql`select set_config('lock_timeout', ${`${LONGEST_WAIT_SECONDS}s`}, true)`.execute(trx)
    const row = await trx
      .insertInto('idempotency_keys')
      .values({ account_id, livemode, key: key.key, fingerprint, answer: null, created_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(['account_id', 'livemode', 'key'])
          .doUpdateSet({ fingerprint, answer: null, created_at: now })
          .where('idempotency_keys.created_at', '<=', new Date(now.getTime() - KEPT_MS)),
      )
      .returning('key')
      .executeTakeFirst()
    await sql`set local lock_timeout to default`.execute(trx)
    return row !== undefined
  } catch (error) {
    if (!isLockTimeout(error)) throw error
    throw new AppError('IDEMPOTENCY_IN_PROGRESS', 'The first request with this Idempotency-Key is still running.', {
      headers: { 'Retry-After': String(LONGEST_WAIT_SECONDS) },
      cause: error,
    })
  }
}

/** Keeps the answer of the request that holds the key. */
export async function keepAnswer(
  trx: Trx,
  { accountId, livemode, key }: IdempotencyKey,
  answer: string,
): Promise<void> {
  await trx
    .updateTable('idempotency_keys')
    .set({ answer })
    .where('account_id', '=', accountId)
    .where('livemode', '=', livemode)
    .where('key', '=', key)
    .execute()
}

/** Forgets the answers that were kept long enough. Answers how many. */
export async function sweepIdempotencyKeys({ db, clock }: { readonly db: Db; readonly clock: Clock }): Promise<number> {
  const before = new Date(clock.now().getTime() - KEPT_MS)
  const { numDeletedRows } = await db
    .deleteFrom('idempotency_keys')
    .where('created_at', '<=', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
