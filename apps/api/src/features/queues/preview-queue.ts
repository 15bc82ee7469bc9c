import type { Db } from '#db/types.ts'
import { findQueuedPosts } from '#features/posts/index.ts'
import type { Clock } from '#shared/clock.ts'
import { showInZone } from '#shared/local-days.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { QueuePreview, QueueSlot } from '@powerpost/contract'
import { listSlots } from './list-slots.ts'
import { noSuchQueue } from './present-queue.ts'
import { findQueue } from './queues.repository.ts'

interface PreviewDependencies {
  readonly db: Db
  readonly clock: Clock
}

interface PreviewOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
  readonly limit: number
}

/** The next slots of a queue and the posts that have them; also the posts at times that are no slots any more. */
export async function previewQueue(
  { db, clock }: PreviewDependencies,
  { principal, id, limit }: PreviewOptions,
): Promise<QueuePreview> {
  const queue = await findQueue(db, principal, id)
  if (!queue) throw noSuchQueue()
  const now = clock.now()
  const posts = await findQueuedPosts(db, queue.id, now)
  const holders = new Map(posts.map((post) => [post.scheduled_at.getTime(), post.id]))
  const slots = listSlots(queue, now).map(({ time, local, shift }): QueueSlot => {
    const postId = holders.get(time.getTime())
    holders.delete(time.getTime())
    return {
      time: time.toISOString(),
      local,
      status: postId === undefined ? 'free' : 'taken',
      ...(postId !== undefined && { post_id: postId }),
      ...(shift && { clock_change: shift }),
    }
  })
  const former = [...holders].map(([time, post_id]): QueueSlot => {
    const at = new Date(time)
    return { time: at.toISOString(), local: showInZone(at, queue.timezone), status: 'former', post_id }
  })
  const all = [...slots, ...former].toSorted((one, other) => (one.time < other.time ? -1 : 1))
  return { queue_id: queue.id, timezone: queue.timezone, slots: all.slice(0, limit) }
}
