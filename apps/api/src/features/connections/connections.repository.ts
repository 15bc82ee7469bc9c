import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { ConnectionsTable, Db, Trx } from '#db/types.ts'
import { isUuid } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { Platform } from '@powerpost/contract'
import type { Insertable, Selectable, Updateable } from 'kysely'
import { NO_TOKENS } from './tokens/grant-columns.ts'

export type StoredConnection = Selectable<ConnectionsTable>

/** Whose connections are meant: a caller is one. */
export interface ConnectionOwner {
  readonly workspaceId: string
  readonly livemode: boolean
}

function connectionsOf(db: Db | Trx, { workspaceId, livemode }: ConnectionOwner) {
  return db
    .selectFrom('connections')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .where('deleted_at', 'is', null)
}

interface ListOptions extends PageOptions {
  readonly platform: Platform | undefined
}

/** Connections of a workspace and mode, newest first. */
export async function findConnections(
  db: Db,
  owner: ConnectionOwner,
  { platform, limit, after }: ListOptions,
): Promise<(StoredConnection & ListedRow)[]> {
  let query = connectionsOf(db, owner).select(createdAtText.as('created_at_text'))
  if (platform !== undefined) query = query.where('platform', '=', platform)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Connections of a workspace and mode that are active, those first that were asked for longest ago. */
export async function findUsedConnections(db: Db, owner: ConnectionOwner, limit: number): Promise<StoredConnection[]> {
  return connectionsOf(db, owner)
    .where('status', '=', 'active')
    .orderBy('capabilities_asked_at', (order) => order.asc().nullsFirst())
    .limit(limit)
    .execute()
}

/** A connection of a workspace and mode; undefined for any other id, and for one that was deleted. */
export async function findConnection(
  db: Db | Trx,
  owner: ConnectionOwner,
  id: string,
): Promise<StoredConnection | undefined> {
  return isUuid(id) ? connectionsOf(db, owner).where('id', '=', id).executeTakeFirst() : undefined
}

interface DeletedOptions {
  readonly platform: Platform
  readonly id: string
}

/** A connection of a workspace and mode that was deleted; undefined for any other id. */
export async function findDeletedConnection(
  db: Db | Trx,
  { workspaceId, livemode }: ConnectionOwner,
  { platform, id }: DeletedOptions,
): Promise<StoredConnection | undefined> {
  if (!isUuid(id)) return undefined
  return db
    .selectFrom('connections')
    .selectAll()
    .where('id', '=', id)
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .where('platform', '=', platform)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst()
}

/** The connections of a workspace and mode to a platform. Until the transaction ends none of them can be deleted. */
export async function holdConnections(
  trx: Trx,
  owner: ConnectionOwner,
  platform: Platform,
): Promise<StoredConnection[]> {
  return connectionsOf(trx, owner).where('platform', '=', platform).orderBy('id').forKeyShare().execute()
}

/** The same as `findConnection`, locked until the transaction ends: nobody can begin to publish to it. */
export async function lockConnection(
  trx: Trx,
  owner: ConnectionOwner,
  id: string,
): Promise<StoredConnection | undefined> {
  if (!isUuid(id)) return undefined
  return connectionsOf(trx, owner).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** How many a workspace has, of both modes. Until the transaction ends nobody else can add one. */
export async function countConnections(trx: Trx, workspaceId: string): Promise<number> {
  await lockWorkspace(trx, workspaceId)
  const { count } = await trx
    .selectFrom('connections')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertConnection(trx: Trx, connection: Insertable<ConnectionsTable>): Promise<StoredConnection> {
  return trx.insertInto('connections').values(connection).returningAll().executeTakeFirstOrThrow()
}

/** Makes others that connect accounts to a workspace wait until the transaction ends. */
export async function lockWorkspace(trx: Trx, workspaceId: string): Promise<void> {
  await trx.selectFrom('workspaces').select('id').where('id', '=', workspaceId).forNoKeyUpdate().execute()
}

/** Gives a connection that is locked new tokens: a process that is refreshing the old ones finds that they were replaced. */
export async function renewConnection(
  trx: Trx,
  { id, token_version }: StoredConnection,
  changes: Updateable<ConnectionsTable>,
): Promise<StoredConnection> {
  return trx
    .updateTable('connections')
    .set({ ...changes, token_version: token_version + 1, refresh_claim: null, refresh_claim_ends_at: null })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Deletes a connection that is locked: nobody sees it any more, and its tokens are gone. */
export async function markDeleted(trx: Trx, id: string, now: Date): Promise<void> {
  await trx
    .updateTable('connections')
    .set({ deleted_at: now, updated_at: now, ...NO_TOKENS })
    .where('id', '=', id)
    .execute()
}

/** Deletes the connections of a deleted workspace, once nothing names them any more. */
export async function removeConnections(trx: Trx, workspaceId: string): Promise<void> {
  await trx.deleteFrom('connection_requests').where('workspace_id', '=', workspaceId).execute()
  await trx.deleteFrom('connections').where('workspace_id', '=', workspaceId).execute()
}
