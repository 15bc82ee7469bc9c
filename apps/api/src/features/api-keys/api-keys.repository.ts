import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { ApiKeysTable, Db, Trx } from '#db/types.ts'
import { lockAccount } from '#features/account/index.ts'
import type { Principal } from '#shared/principal.ts'
import { isUuid, isWorkspaceId } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'

export type StoredApiKey = Selectable<ApiKeysTable>

/**
 * Keys that the caller may see: of its account and not revoked. A sandbox key sees sandbox keys, and a key that is bound
 * to workspaces those that reach no further than itself.
 */
function visibleTo(db: Db | Trx, principal: Principal) {
  let query = db.selectFrom('api_keys').where('account_id', '=', principal.accountId).where('revoked_at', 'is', null)
  if (!principal.livemode) query = query.where('livemode', '=', false)
  if (principal.workspaceIds !== null) {
    query = query.where(sql<boolean>`workspace_ids <@ ${[...principal.workspaceIds]}::uuid[]`)
  }
  return query
}

/** Keys that the caller may see, newest first. */
export async function findApiKeys(
  db: Db,
  principal: Principal,
  { limit, after }: PageOptions,
): Promise<(StoredApiKey & ListedRow)[]> {
  let query = visibleTo(db, principal).selectAll().select(createdAtText.as('created_at_text'))
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** A key that the caller may see, locked: what it is doing ends first. Undefined for any other id. */
export async function lockApiKey(trx: Trx, principal: Principal, id: string): Promise<StoredApiKey | undefined> {
  if (!isUuid(id)) return undefined
  return visibleTo(trx, principal).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertApiKey(trx: Trx, key: Insertable<ApiKeysTable>): Promise<StoredApiKey> {
  return trx.insertInto('api_keys').values(key).returningAll().executeTakeFirstOrThrow()
}

/**
 * The keys that a key created, and those that they created, which are not revoked, locked. A revoked key between two others hides
 * nothing.
 */
export async function lockDescendants(trx: Trx, id: string): Promise<StoredApiKey[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive descendants as (
      select id from api_keys where created_by ->> 'id' = ${id}
      union
      select child.id from api_keys child join descendants on child.created_by ->> 'id' = descendants.id::text
    )
    select id from descendants`.execute(trx)
  if (rows.length === 0) return []
  return trx
    .selectFrom('api_keys')
    .selectAll()
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function markRevoked(trx: Trx, ids: readonly string[], now: Date): Promise<void> {
  await trx.updateTable('api_keys').set({ revoked_at: now }).where('id', 'in', ids).execute()
}

/** Makes others that want to revoke keys of the account wait until the transaction ends. */
export async function lockRevocations(trx: Trx, accountId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`revocations ${accountId}`}, 0))`.execute(trx)
}

/**
 * Whether the account keeps a live key for all of it, besides those that are revoked, that can do all that this one can and does
 * not end by itself.
 */
export async function hasKeyInPlaceOf(
  trx: Trx,
  key: StoredApiKey,
  revoked: readonly Pick<StoredApiKey, 'id'>[],
): Promise<boolean> {
  const other = await trx
    .selectFrom('api_keys')
    .select('id')
    .where('account_id', '=', key.account_id)
    .where(
      'id',
      'not in',
      revoked.map(({ id }) => id),
    )
    .where('livemode', '=', true)
    .where('workspace_ids', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', 'is', null)
    .where(sql<boolean>`scopes @> ${key.scopes}::text[]`)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}

/** How many keys of the account can be used. Until the transaction ends nobody else can add one. */
export async function countUsableKeys(trx: Trx, accountId: string, now: Date): Promise<number> {
  await lockAccount(trx, accountId)
  const { count } = await trx
    .selectFrom('api_keys')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where((key) => key.or([key('expires_at', 'is', null), key('expires_at', '>', now)]))
    .executeTakeFirstOrThrow()
  return count
}

/** Those of some ids that are workspaces of the account. */
export async function findWorkspaceIds(
  trx: Trx,
  accountId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const possible = ids.filter(isWorkspaceId)
  if (possible.length === 0) return new Set()
  const rows = await trx
    .selectFrom('workspaces')
    .select('id')
    .where('account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .where('id', 'in', possible)
    .execute()
  return new Set(rows.map((row) => row.id))
}
