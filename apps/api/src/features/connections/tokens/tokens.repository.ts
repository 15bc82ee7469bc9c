import type { Db, Trx } from '#db/types.ts'
import type { StoredConnection } from '../connections.repository.ts'
import type { toGrantColumns } from './grant-columns.ts'

/** A connection whatever became of it; undefined when its workspace is gone. */
export async function findConnectionById(db: Db | Trx, id: string): Promise<StoredConnection | undefined> {
  return db.selectFrom('connections').selectAll().where('id', '=', id).executeTakeFirst()
}

interface ClaimOptions {
  readonly connectionId: string
  /** Of the tokens that are to be replaced. */
  readonly tokenVersion: number
  /** Made for this one try. */
  readonly claim: string
  readonly now: Date
  /** From then on another may take the claim over: whoever has it is dead. */
  readonly endsAt: Date
}

/** Claims the refresh of a connection's tokens. False: another is at it, or they were replaced or given up meanwhile. */
export async function claimRefresh(db: Db, options: ClaimOptions): Promise<boolean> {
  const { connectionId, tokenVersion, claim, now, endsAt } = options
  const { numUpdatedRows } = await db
    .updateTable('connections')
    .set({ refresh_claim: claim, refresh_claim_ends_at: endsAt })
    .where('id', '=', connectionId)
    .where('token_version', '=', tokenVersion)
    .where('status', '=', 'active')
    .where('deleted_at', 'is', null)
    .where((e) => e.or([e('refresh_claim', 'is', null), e('refresh_claim_ends_at', '<=', now)]))
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

interface ReleaseOptions {
  readonly connectionId: string
  readonly claim: string
  /** Why there are no new tokens. */
  readonly message: string
  readonly now: Date
  /** When the sweep tries again. */
  readonly renewAt: Date
}

/** Gives a claim up without new tokens. */
export async function releaseRefresh(db: Db | Trx, options: ReleaseOptions): Promise<void> {
  const { connectionId, claim, message, now, renewAt } = options
  await db
    .updateTable('connections')
    .set((e) => ({
      refresh_claim: null,
      refresh_claim_ends_at: null,
      renewal_error: message,
      renewal_failed_at: now,
      renew_at: e.case().when('renew_at', '<', renewAt).then(renewAt).else(e.ref('renew_at')).end(),
    }))
    .where('id', '=', connectionId)
    .where('refresh_claim', '=', claim)
    .execute()
}

interface NewTokens {
  readonly connectionId: string
  /** Of the tokens that are replaced. */
  readonly tokenVersion: number
  readonly tokens: ReturnType<typeof toGrantColumns>
  readonly now: Date
}

/** Stores new tokens in place of those of a version. False: these were replaced or given up meanwhile. */
export async function storeTokens(db: Db, { connectionId, tokenVersion, tokens, now }: NewTokens): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('connections')
    .set({
      ...tokens,
      token_version: tokenVersion + 1,
      refresh_claim: null,
      refresh_claim_ends_at: null,
      renewed_at: now,
      updated_at: now,
    })
    .where('id', '=', connectionId)
    .where('token_version', '=', tokenVersion)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

interface EndedOptions {
  readonly connectionId: string
  readonly tokenVersion: number
  readonly now: Date
}

/** Marks a connection as ended; undefined when it is not active any more, or has newer tokens. */
export async function markEnded(trx: Trx, options: EndedOptions): Promise<StoredConnection | undefined> {
  const { connectionId, tokenVersion, now } = options
  return trx
    .updateTable('connections')
    .set({ status: 'expired', refresh_claim: null, refresh_claim_ends_at: null, updated_at: now })
    .where('id', '=', connectionId)
    .where('token_version', '=', tokenVersion)
    .where('status', '=', 'active')
    .where('deleted_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}
