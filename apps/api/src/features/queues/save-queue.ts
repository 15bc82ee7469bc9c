import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import { deletionOf } from '#features/audit/index.ts'
import { findQueuedPosts } from '#features/posts/index.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { isTimeZone } from '#shared/local-time.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { CreateQueueRequest, Queue, UpdateQueueRequest, Warning } from '@powerpost/contract'
import { QUEUE_LIMITS } from '@powerpost/contract'
import { listSlots } from './list-slots.ts'
import { inOrder, noSuchQueue, toQueue } from './present-queue.ts'
import type { StoredQueue } from './queues.repository.ts'
import { changeQueue, countQueues, insertQueue, lockQueue, removeQueue } from './queues.repository.ts'

interface CreateOptions {
  readonly principal: WorkspacePrincipal
  readonly request: CreateQueueRequest
  readonly clock: Clock
}

export async function createQueue(trx: Trx, { principal, request, clock }: CreateOptions): Promise<Queue> {
  const { name, timezone, slots } = request
  assertTimeZone(timezone)
  const now = clock.now()
  if ((await countQueues(trx, principal)) >= QUEUE_LIMITS.perWorkspace) {
    throw new AppError(
      'CONFLICT',
      `A workspace can have at most ${QUEUE_LIMITS.perWorkspace} queues. Delete one first.`,
    )
  }
  const queue = await insertQueue(trx, {
    id: makeId(clock),
    account_id: principal.accountId,
    workspace_id: principal.workspaceId,
    livemode: principal.livemode,
    name,
    timezone,
    slots: JSON.stringify(inOrder(slots)),
    created_by: storePrincipal(principal),
    created_at: now,
    updated_at: now,
  })
  return toQueue(queue)
}

interface QueueReference {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

interface UpdateOptions extends QueueReference {
  readonly request: UpdateQueueRequest
  readonly clock: Clock
}

/** Changes a queue. Nothing moves that a person has seen planned: its posts keep their times, and a warning says which are no slots. */
export async function updateQueue(trx: Trx, { principal, id, request, clock }: UpdateOptions): Promise<Change<Queue>> {
  const { name, timezone, slots } = request
  if (timezone !== undefined) assertTimeZone(timezone)
  const before = await lockQueue(trx, principal, id)
  if (!before) throw noSuchQueue()
  const now = clock.now()
  const changed = await changeQueue(trx, before.id, {
    ...(name !== undefined && { name }),
    ...(timezone !== undefined && { timezone }),
    ...(slots !== undefined && { slots: JSON.stringify(inOrder(slots)) }),
    updated_at: now,
  })
  const isMoved = timezone !== undefined || slots !== undefined
  const warnings = isMoved ? await warnOfFormer(trx, changed, now) : []
  return { before: toQueue(before), body: { ...toQueue(changed), ...(warnings.length > 0 && { warnings }) } }
}

async function warnOfFormer(trx: Trx, queue: StoredQueue, now: Date): Promise<Warning[]> {
  const posts = await findQueuedPosts(trx, queue.id, now)
  const times = new Set(listSlots(queue, now).map(({ time }) => time.getTime()))
  const count = posts.filter(({ scheduled_at }) => !times.has(scheduled_at.getTime())).length
  if (count === 0) return []
  const them =
    count === 1
      ? '1 post of the queue keeps its time, which is'
      : `${count} posts of the queue keep their times, which are`
  const message = `${them} no slot of it any more. GET /queues/${queue.id}/slots shows it as former; schedule a post again with the queue_id to give it a slot.`
  return [{ code: 'posts_keep_times', message, field: 'slots' }]
}

/** Deletes a queue. Its posts stay scheduled for the times that they have. */
export async function deleteQueue(trx: Trx, { principal, id }: QueueReference): Promise<Change<{ success: true }>> {
  const before = await lockQueue(trx, principal, id)
  if (!before) throw noSuchQueue()
  await removeQueue(trx, before.id)
  return deletionOf(toQueue(before))
}

function assertTimeZone(timezone: string): void {
  if (!isTimeZone(timezone)) throw invalidField('timezone', 'is not the name of a time zone, such as Europe/Berlin')
}
