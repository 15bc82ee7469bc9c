import type { Trx } from '#db/types.ts'
import { findItems, getPost, lockPost, nextStatus, noSuchPost, toPost } from '#features/posts/index.ts'
import { findFreeSlot, lockQueue, noSuchQueue } from '#features/queues/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import { wake } from '#jobs/waker.ts'
import type { Post, SchedulePostRequest } from '@powerpost/contract'
import type { BeginDependencies } from './begin-publishing.ts'
import { checkPost } from './begin-publishing.ts'
import { findNextTime } from './item-times.ts'
import { toEventItems } from './present-event.ts'
import type { PostReference } from './publish-post.ts'
import { failDraftItem, findItemRows, setConnections } from './publishing.repository.ts'
import { setSchedule } from './schedule.repository.ts'
import { assertAhead, readSchedule, readSlot } from './read-schedule.ts'
import { settleIfEnded } from './settle-post.ts'

export interface ScheduleDependencies extends BeginDependencies {
  readonly recordEvent: RecordEvent
}

interface ScheduleOptions extends PostReference {
  readonly request: SchedulePostRequest
}

/**
 * Gives a draft a time to be published at, or a scheduled post another, and decides where each item goes. What would keep it
 * from being published is refused now.
 */
export async function schedulePost(
  trx: Trx,
  dependencies: ScheduleDependencies,
  { principal, id, request }: ScheduleOptions,
): Promise<Post> {
  const { clock, recordEvent } = dependencies
  // Queues are locked before posts.
  const queue = request.queue_id === undefined ? undefined : await lockQueue(trx, principal, request.queue_id)
  if (request.queue_id !== undefined && !queue) throw noSuchQueue()
  const post = await lockPost(trx, principal, id)
  if (!post) throw noSuchPost()
  const status = nextStatus(post, 'schedule')
  const now = clock.now()
  const { time: scheduledAt, warnings } = queue
    ? readSlot(await findFreeSlot(trx, queue, { postId: post.id, now }), queue.timezone)
    : readSchedule(request, now)
  const waiting = (await findItemRows(trx, post.id)).filter((item) => item.status === 'draft')
  for (const { position, scheduled_at } of waiting) {
    if (scheduled_at) assertAhead(scheduled_at, `items[${position}].scheduled_at`, now)
  }
  const { connections } = await checkPost(trx, dependencies, post, { itemIds: waiting.map((item) => item.id) })
  await setConnections(trx, connections)
  const dueAt = findNextTime(waiting, scheduledAt)
  const scheduled = await setSchedule(trx, { post, status, scheduledAt, queueId: queue?.id ?? null, dueAt, now })
  await wake(trx, 'schedule')
  const items = await findItems(trx, post.id)
  const { workspaceId, livemode } = principal
  const data = {
    post_id: id,
    status: 'scheduled',
    scheduled_at: scheduledAt.toISOString(),
    items: toEventItems(items),
  } as const
  await recordEvent(trx, { event: 'post.scheduled', workspaceId, livemode, data: { ...data, post_id: post.id } })
  return { ...toPost(scheduled, items), ...(warnings.length > 0 && { warnings: [...warnings] }) }
}

/**
 * Makes a scheduled post a draft again; of one with several times, of which some items are posted, fails the others. CONFLICT for any
 * other, and for one whose time has come.
 */
export async function cancelPost(
  trx: Trx,
  dependencies: ScheduleDependencies,
  { principal, id }: PostReference,
): Promise<Post> {
  const post = await lockPost(trx, principal, id)
  if (!post) throw noSuchPost()
  const status = nextStatus(post, 'cancel')
  const items = await findItemRows(trx, post.id)
  if (items.some((item) => item.status !== 'draft')) {
    for (const item of items) {
      const error = { message: 'It was cancelled before its time.', action: 'retry' } as const
      if (item.status === 'draft') await failDraftItem(trx, item.id, error)
    }
    await settleIfEnded(trx, dependencies, post)
    return getPost(trx, { principal, id })
  }
  const now = dependencies.clock.now()
  const draft = await setSchedule(trx, { post, status, scheduledAt: null, queueId: null, dueAt: null, now })
  return toPost(draft, await findItems(trx, post.id))
}
