import type { Db, Trx } from '#db/types.ts'
import type { StoredPost } from './posts.repository.ts'

type QueuedPost = Pick<StoredPost, 'id'> & { readonly scheduled_at: Date }

/** The posts that have a time of a queue after a moment, the earliest first. */
export async function findQueuedPosts(db: Db | Trx, queueId: string, after: Date): Promise<QueuedPost[]> {
  return db
    .selectFrom('posts')
    .select(['id', 'scheduled_at'])
    .where('queue_id', '=', queueId)
    .where('scheduled_at', '>', after)
    .orderBy('scheduled_at')
    .$narrowType<{ scheduled_at: Date }>()
    .execute()
}
