import type { PostItemsTable } from '#db/types.ts'
import type { Selectable } from 'kysely'

type Item = Pick<Selectable<PostItemsTable>, 'status' | 'scheduled_at'>

/** Whether an item of a post that is published, or scheduled for `base`, is to be posted by now. */
export function isDue({ status, scheduled_at }: Item, base: Date, now: Date): boolean {
  return status === 'draft' && (scheduled_at ?? base) <= now
}

/** When the next of some items that wait is due, of a post that is published, or scheduled for `base`. Null: none waits. */
export function findNextTime(items: readonly Item[], base: Date): Date | null {
  const times = items.filter(({ status }) => status === 'draft').map(({ scheduled_at }) => scheduled_at ?? base)
  return times.reduce<Date | null>((first, time) => (first === null || time < first ? time : first), null)
}
