import { deleteInBatches } from '#db/delete-in-batches.ts'
import type { Db, Trx } from '#db/types.ts'
import { lockPostsOf, removePosts } from './posts.repository.ts'

/** Ends a post that is publishing, locked, and gives back what is not posted. A worker that posts its items finds nothing more to do. */
export type EndPublishing = (trx: Trx, postId: string) => Promise<void>

interface PurgeDependencies {
  readonly db: Db
  readonly endPublishing: EndPublishing
}

interface PurgeOptions {
  readonly workspaceId: string
  readonly signal: AbortSignal
}

/**
 * Removes the posts of a deleted workspace, a batch a transaction. What is publishing is ended and settled first; the job of
 * a schedule finds no post.
 */
export async function purgePosts(
  { db, endPublishing }: PurgeDependencies,
  { workspaceId, signal }: PurgeOptions,
): Promise<void> {
  await deleteInBatches({
    db,
    signal,
    async deleteBatch(trx, most) {
      const posts = await lockPostsOf(trx, workspaceId, most)
      for (const { id, status } of posts) {
        if (status === 'publishing') await endPublishing(trx, id)
      }
      await removePosts(
        trx,
        posts.map(({ id }) => id),
      )
      return posts.length
    },
  })
}
