import type { Db, Trx } from '#db/types.ts'
import type { Platform, PostType } from '@powerpost/contract'
import type { ConnectionOwner, StoredConnection } from './connections.repository.ts'
import { signInPlatformOf } from './tokens/sign-in-platform.ts'

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

/** How many accounts of this server have a platform connected, the sandbox left out. */
export async function countAccountsOn(db: Db, platform: Platform): Promise<number> {
  const { count } = await db
    .selectFrom('connections')
    .select((e) => e.fn.count<number>('account_id').distinct().as('count'))
    .where('platform', '=', platform)
    .where('sandbox', '=', false)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Whether another connection, of any workspace, is to the same account by the sign-in of the same platform: giving up the access of one
 * may end the other.
 */
export async function isSharedWithOthers(db: Db, connection: StoredConnection): Promise<boolean> {
  const { id, sandbox, platform_account_id } = connection
  const other = await db
    .selectFrom('connections')
    .select('id')
    .where('id', '<>', id)
    .where((e) => e(e.fn.coalesce('sign_in_platform', 'platform'), '=', signInPlatformOf(connection)))
    .where('platform_account_id', '=', platform_account_id)
    .where('sandbox', '=', sandbox)
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
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

interface PostedOptions {
  readonly connectionId: string
  readonly postType: PostType
  readonly since: Date
}

/** How many items of a post type were posted to a connection since a time. */
export async function countPosted(db: Db | Trx, { connectionId, postType, since }: PostedOptions): Promise<number> {
  const { count } = await db
    .selectFrom('post_items')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('connection_id', '=', connectionId)
    .where('post_type', '=', postType)
    .where('status', '=', 'posted')
    .where('posted_at', '>', since)
    .executeTakeFirstOrThrow()
  return count
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
