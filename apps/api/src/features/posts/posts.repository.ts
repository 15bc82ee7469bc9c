import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { Db, PostsTable, Trx } from '#db/types.ts'
import { lockWorkspaceToAdd } from '#features/workspaces/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { isUuid } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { PostStatus } from '@powerpost/contract'
import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { NextStatus } from './transitions.ts'

export type StoredPost = Selectable<PostsTable>

function postsOf(db: Db | Trx, principal: WorkspacePrincipal) {
  return db
    .selectFrom('posts')
    .selectAll()
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
}

interface ListOptions extends PageOptions {
  readonly status: PostStatus | undefined
}

/** Posts of the caller's workspace and mode, newest first. */
export async function findPosts(
  db: Db,
  principal: WorkspacePrincipal,
  { status, limit, after }: ListOptions,
): Promise<(StoredPost & ListedRow)[]> {
  let query = postsOf(db, principal).select(createdAtText.as('created_at_text'))
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** A post of the caller's workspace and mode; undefined for any other id. */
export async function findPost(
  db: Db | Trx,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredPost | undefined> {
  return isUuid(id) ? postsOf(db, principal).where('id', '=', id).executeTakeFirst() : undefined
}

/**
 * A post of the caller's workspace and mode, locked until the transaction ends; undefined for any other id. Whoever changes a
 * post or its items locks the post first, so that there are no deadlocks.
 */
export async function lockPost(trx: Trx, principal: WorkspacePrincipal, id: string): Promise<StoredPost | undefined> {
  return isUuid(id) ? postsOf(trx, principal).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
}

/** The same for a worker, which acts for no caller. */
export async function lockPostById(trx: Trx, id: string): Promise<StoredPost | undefined> {
  return trx.selectFrom('posts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** How many drafts and scheduled posts a workspace has. Until the transaction ends nobody else can add one. */
export async function countUnpublished(trx: Trx, { workspaceId, livemode }: WorkspacePrincipal): Promise<number> {
  await lockWorkspaceToAdd(trx, workspaceId)
  const { count } = await trx
    .selectFrom('posts')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .where('status', 'in', ['draft', 'scheduled'])
    .executeTakeFirstOrThrow()
  return count
}

/** The bytes of an account's posts that cost nothing, in the caller's mode. */
export async function sumStoredBytes(trx: Trx, { accountId, livemode }: WorkspacePrincipal): Promise<number> {
  const { bytes } = await trx
    .selectFrom('posts')
    .select((e) => e.fn.sum<string | null>('stored_bytes').as('bytes'))
    .where('account_id', '=', accountId)
    .where('livemode', '=', livemode)
    // As the index has it.
    .where(sql<boolean>`(status <> 'published' or not livemode)`)
    .executeTakeFirstOrThrow()
  return Number(bytes ?? 0)
}

/** Removes posts of the sandbox that ended before a time. */
export async function removeSandboxPosts(trx: Trx, before: Date, limit: number): Promise<number> {
  const ended = trx
    .selectFrom('posts')
    .select('id')
    .where('livemode', '=', false)
    .where('status', 'in', ['published', 'failed'])
    .where('updated_at', '<', before)
    .limit(limit)
    .forUpdate()
    .skipLocked()
  const { numDeletedRows } = await trx.deleteFrom('posts').where('id', 'in', ended).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export async function insertPost(trx: Trx, post: Insertable<PostsTable>): Promise<StoredPost> {
  return trx.insertInto('posts').values(post).returningAll().executeTakeFirstOrThrow()
}

interface UpdatedOptions {
  readonly id: string
  readonly status: NextStatus<'update'>
  readonly storedBytes: number
  readonly now: Date
}

/** The items of a post were replaced. */
export async function markUpdated(trx: Trx, { id, status, storedBytes, now }: UpdatedOptions): Promise<StoredPost> {
  return trx
    .updateTable('posts')
    .set({ status, stored_bytes: storedBytes, updated_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Deletes posts with their items. */
export async function removePosts(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('posts').where('id', 'in', ids).execute()
}

/** Posts of a workspace, of either mode, locked until the transaction ends. */
export async function lockPostsOf(
  trx: Trx,
  workspaceId: string,
  limit: number,
): Promise<Pick<StoredPost, 'id' | 'status'>[]> {
  return trx
    .selectFrom('posts')
    .select(['id', 'status'])
    .where('workspace_id', '=', workspaceId)
    .limit(limit)
    .forUpdate()
    .execute()
}

/** What needs a medium of the posts: one that is not published yet. */
export async function findPostUse(trx: Trx, mediaId: string): Promise<string | undefined> {
  const post = await trx
    .selectFrom('post_item_media')
    .innerJoin('post_items', 'post_items.id', 'post_item_media.post_item_id')
    .innerJoin('posts', 'posts.id', 'post_items.post_id')
    .select(['posts.id', 'posts.status'])
    .where((e) => e.or([e('media_id', '=', mediaId), e('cover_media_id', '=', mediaId)]))
    .where('posts.status', 'in', ['draft', 'scheduled', 'publishing'])
    .limit(1)
    .executeTakeFirst()
  return post && `the post ${post.id}, which is ${STATES[post.status]}`
}

const STATES: Record<PostStatus, string> = {
  draft: 'a draft',
  scheduled: 'scheduled',
  publishing: 'publishing',
  published: 'published',
  failed: 'failed',
}
