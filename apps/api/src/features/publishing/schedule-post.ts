import type { Trx } from '#db/types.ts'
import { findItems, lockPost, nextStatus, noSuchPost, toPost } from '#features/posts/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import { invalidField } from '#shared/app-error.ts'
import { wake } from '#jobs/waker.ts'
import type { Post, SchedulePostRequest } from '@powerpost/contract'
import { POST_LIMITS } from '@powerpost/contract'
import type { BeginDependencies } from './begin-publishing.ts'
import { checkPost } from './begin-publishing.ts'
import { toEventItems } from './present-event.ts'
import type { PostReference } from './publish-post.ts'
import { setConnections, setSchedule } from './publishing.repository.ts'

export interface ScheduleDependencies extends BeginDependencies {
  readonly recordEvent: RecordEvent
}

interface ScheduleOptions extends PostReference {
  readonly request: SchedulePostRequest
}

const DAY_MS = 24 * 3600_000

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
  const post = await lockPost(trx, principal, id)
  if (!post) throw noSuchPost()
  const status = nextStatus(post, 'schedule')
  const now = clock.now()
  const scheduledAt = readTime(request.scheduled_at, now)
  const { connections } = await checkPost(trx, dependencies, post)
  await setConnections(trx, connections)
  const scheduled = await setSchedule(trx, { post, status, scheduledAt, now })
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
  return toPost(scheduled, items)
}

function readTime(value: string, now: Date): Date {
  const time = new Date(value)
  if (Number.isNaN(time.getTime())) throw invalidField('scheduled_at', 'must be a time as 2026-11-22T18:00:00Z')
  if (time <= now) throw invalidField('scheduled_at', `must be in the future: it is ${now.toISOString()}`)
  const last = new Date(now.getTime() + POST_LIMITS.scheduleDays * DAY_MS)
  if (time > last) throw invalidField('scheduled_at', `must be at most ${POST_LIMITS.scheduleDays} days ahead`)
  return time
}

/** Makes a scheduled post a draft again. CONFLICT for any other, and for one whose time has come. */
export async function cancelPost(
  trx: Trx,
  { clock }: Pick<ScheduleDependencies, 'clock'>,
  { principal, id }: PostReference,
): Promise<Post> {
  const post = await lockPost(trx, principal, id)
  if (!post) throw noSuchPost()
  const status = nextStatus(post, 'cancel')
  const draft = await setSchedule(trx, { post, status, scheduledAt: null, now: clock.now() })
  return toPost(draft, await findItems(trx, post.id))
}
