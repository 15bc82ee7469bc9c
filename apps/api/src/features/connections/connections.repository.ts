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

/** The names of the platform accounts of connections, by the connection, deleted ones too. */
export async function findAccountNames(db: Db | Trx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('connections')
    .select(['id', 'display_name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, display_name }) => [id, display_name]))
}

/** The ids of the sandbox connections that are in the workspace and mode of a connection. */
export async function findSandboxesOf(db: Db | Trx, connectionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('connections as one')
    .innerJoin('connections as other', (join) =>
      join.onRef('other.workspace_id', '=', 'one.workspace_id').onRef('other.livemode', '=', 'one.livemode'),
    )
    .select('other.id')
    .where('one.id', '=', connectionId)
    .where('other.sandbox', '=', true)
    .where('other.deleted_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
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

interface AccountOptions extends ConnectionOwner {
  readonly platform: Platform
  readonly sandbox: boolean
  readonly platformAccountId: string
}

/** The connection of a workspace to an account of a platform, locked: the one that is there, else the one that was deleted last. */
export async function lockConnectionOfAccount(
  trx: Trx,
  { workspaceId, livemode, platform, sandbox, platformAccountId }: AccountOptions,
): Promise<StoredConnection | undefined> {
  return trx
    .selectFrom('connections')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .where('platform', '=', platform)
    .where('sandbox', '=', sandbox)
    .where('platform_account_id', '=', platformAccountId)
    .orderBy((e) => e('deleted_at', 'is', null), 'desc')
    .orderBy('deleted_at', 'desc')
    .limit(1)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** When something was last posted to a connection; undefined: nothing was. */
export async function findLastPosted(db: Db, connectionId: string): Promise<Date | undefined> {
  const item = await db
    .selectFrom('post_items')
    .select('posted_at')
    .where('connection_id', '=', connectionId)
    .where('status', '=', 'posted')
    .orderBy('posted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return item?.posted_at ?? undefined
}

/**
 * The sandbox connection of a workspace to an account of that name which has expired or was deleted, locked: the one that is
 * there, else the one that ended last.
 */
export async function lockEndedSandbox(
  trx: Trx,
  { workspaceId, livemode }: ConnectionOwner,
  { platform, displayName }: { readonly platform: Platform; readonly displayName: string },
): Promise<StoredConnection | undefined> {
  return trx
    .selectFrom('connections')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .where('platform', '=', platform)
    .where('sandbox', '=', true)
    .where('platform_account_id', 'is', null)
    .where('display_name', '=', displayName)
    .where((e) => e.or([e('status', '<>', 'active'), e('deleted_at', 'is not', null)]))
    .orderBy((e) => e('deleted_at', 'is', null), 'desc')
    .orderBy('updated_at', 'desc')
    .limit(1)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** What people call a workspace. */
export async function findWorkspaceName(db: Db, workspaceId: string): Promise<string | undefined> {
  const workspace = await db.selectFrom('workspaces').select('name').where('id', '=', workspaceId).executeTakeFirst()
  return workspace?.name
}

/** The names of connections that were made together, in the order of their ids. */
export async function findConnectionNames(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('connections').select(['id', 'display_name']).where('id', 'in', ids).execute()
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.display_name ?? [])
}

/** Gives a connection that is locked new tokens: whoever is refreshing the old ones finds that they were replaced. */
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

/** Whether something is being published to a connection that is locked. */
export async function isPosting(trx: Trx, id: string): Promise<boolean> {
  const item = await trx
    .selectFrom('post_items')
    .select('id')
    .where('connection_id', '=', id)
    .where('status', '=', 'posting')
    .limit(1)
    .executeTakeFirst()
  return item !== undefined
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
