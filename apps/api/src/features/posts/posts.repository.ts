import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { Db, PostsTable, Trx } from '#db/types.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import { isUuid } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { PostStatus } from '@powerpost/contract'
import type { Insertable, Selectable } from 'kysely'
import type { NextStatus } from './transitions.ts'

export type StoredPost = Selectable<PostsTable>

function postsOf(db: Db | Trx, caller: WorkspaceCaller) {
  return db
    .selectFrom('posts')
    .selectAll()
    .where('workspace_id', '=', caller.workspaceId)
    .where('livemode', '=', caller.livemode)
}

interface ListOptions extends PageOptions {
  readonly status: PostStatus | undefined
}

/** Posts of the caller's workspace and mode, newest first. */
export async function findPosts(
  db: Db,
  caller: WorkspaceCaller,
  { status, limit, after }: ListOptions,
): Promise<(StoredPost & ListedRow)[]> {
  let query = postsOf(db, caller).select(createdAtText.as('created_at_text'))
  if (status) query = query.where('status', '=', status)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** A post of the caller's workspace and mode; undefined for any other id. */
export async function findPost(db: Db | Trx, caller: WorkspaceCaller, id: string): Promise<StoredPost | undefined> {
  return isUuid(id) ? postsOf(db, caller).where('id', '=', id).executeTakeFirst() : undefined
}

/**
 * A post of the caller's workspace and mode, locked until the transaction ends; undefined for any other id. Whoever changes a
 * post or its items locks the post first, so that there are no deadlocks.
 */
export async function lockPost(trx: Trx, caller: WorkspaceCaller, id: string): Promise<StoredPost | undefined> {
  return isUuid(id) ? postsOf(trx, caller).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
}

/** The same for a worker, which acts for no caller. */
export async function lockPostById(trx: Trx, id: string): Promise<StoredPost | undefined> {
  return trx.selectFrom('posts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertPost(trx: Trx, post: Insertable<PostsTable>): Promise<StoredPost> {
  return trx.insertInto('posts').values(post).returningAll().executeTakeFirstOrThrow()
}

interface UpdatedOptions {
  readonly id: string
  readonly status: NextStatus<'update'>
  readonly now: Date
}

/** The items of a post were replaced. */
export async function markUpdated(trx: Trx, { id, status, now }: UpdatedOptions): Promise<StoredPost> {
  return trx
    .updateTable('posts')
    .set({ status, updated_at: now })
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
    .where('media_id', '=', mediaId)
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
