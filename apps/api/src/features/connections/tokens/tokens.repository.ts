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
  /** From then on another process may take the claim: its holder is dead. */
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

/** Connections whose tokens are to be renewed by now, the longest due first. */
export async function findDueForRenewal(db: Db, now: Date, limit: number): Promise<StoredConnection[]> {
  return activeConnections(db).where('renew_at', '<=', now).orderBy('renew_at').limit(limit).execute()
}

/** Connections that end before a time, which no renewal prevents, the soonest first. */
export async function findEnding(db: Db, before: Date, limit: number): Promise<StoredConnection[]> {
  return activeConnections(db)
    .where('expires_at', '<=', before)
    .where((e) => e.or([e('expiring_version', 'is', null), e('expiring_version', '<', e.ref('token_version'))]))
    .orderBy('expires_at')
    .limit(limit)
    .execute()
}

/** Connections that have ended by now. */
export async function findEnded(db: Db, now: Date, limit: number): Promise<StoredConnection[]> {
  return activeConnections(db).where('expires_at', '<=', now).orderBy('expires_at').limit(limit).execute()
}

function activeConnections(db: Db) {
  return db
    .selectFrom('connections')
    .selectAll()
    .where('status', '=', 'active')
    .where('deleted_at', 'is', null)
    .where((e) =>
      e.exists(
        e
          .selectFrom('workspaces')
          .select('workspaces.id')
          .whereRef('workspaces.id', '=', 'connections.workspace_id')
          .where('workspaces.deleted_at', 'is', null),
      ),
    )
}

/** Marks that the end of these tokens was reported; undefined when it was before, or they were replaced. */
export async function markExpiring(
  trx: Trx,
  { id, token_version }: Pick<StoredConnection, 'id' | 'token_version'>,
): Promise<StoredConnection | undefined> {
  return trx
    .updateTable('connections')
    .set({ expiring_version: token_version })
    .where('id', '=', id)
    .where('token_version', '=', token_version)
    .where('status', '=', 'active')
    .where('deleted_at', 'is', null)
    .where((e) => e.or([e('expiring_version', 'is', null), e('expiring_version', '<', token_version)]))
    .returningAll()
    .executeTakeFirst()
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
