import { AppError } from '#shared/app-error.ts'
import type { Queue, QueueSlots } from '@powerpost/contract'
import { WEEKDAYS } from '@powerpost/contract'
import type { StoredQueue } from './queues.repository.ts'

export function toQueue(queue: StoredQueue): Queue {
  return {
    queue_id: queue.id,
    name: queue.name,
    timezone: queue.timezone,
    slots: inOrder(queue.slots),
    livemode: queue.livemode,
    created_by: queue.created_by,
    created_at: queue.created_at.toISOString(),
    updated_at: queue.updated_at.toISOString(),
  }
}

/** From Monday on, each day's times in their order; days without any are left out. The database keeps no order of keys. */
export function inOrder(slots: QueueSlots): QueueSlots {
  return Object.fromEntries(
    WEEKDAYS.flatMap((day) => {
      const times = slots[day] ?? []
      return times.length > 0 ? [[day, times.toSorted()]] : []
    }),
  )
}

/** NOT_FOUND, in the same words for another workspace's and for none at all. */
export function noSuchQueue(): AppError {
  return new AppError('NOT_FOUND', 'There is no such queue in this workspace.')
}
