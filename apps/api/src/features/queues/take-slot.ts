import type { Trx } from '#db/types.ts'
import { findQueuedPosts } from '#features/posts/index.ts'
import { AppError } from '#shared/app-error.ts'
import { POST_LIMITS } from '@powerpost/contract'
import type { Slot } from './list-slots.ts'
import { listSlots } from './list-slots.ts'
import type { StoredQueue } from './queues.repository.ts'

interface SlotOptions {
  /** The post that needs one: the slot that it has is free for it. */
  readonly postId: string
  readonly now: Date
}

/**
 * The first free slot of a locked queue: it is the post's once the transaction stores it.
 *
 * @throws AppError CONFLICT when all of the next 60 days are taken
 */
export async function findFreeSlot(trx: Trx, queue: StoredQueue, { postId, now }: SlotOptions): Promise<Slot> {
  const posts = await findQueuedPosts(trx, queue.id, now)
  const taken = new Set(posts.filter(({ id }) => id !== postId).map(({ scheduled_at }) => scheduled_at.getTime()))
  const free = listSlots(queue, now).find(({ time }) => !taken.has(time.getTime()))
  if (free) return free
  const { scheduleDays: days } = POST_LIMITS
  throw new AppError(
    'CONFLICT',
    `All slots of the queue in the next ${days} days are taken. Give it more slots with PATCH /queues/${queue.id}, or schedule the post for a time.`,
  )
}
