import { listDays } from '#shared/local-days.ts'
import { readLocalTime } from '#shared/local-time.ts'
import type { QueueSlots } from '@powerpost/contract'
import { POST_LIMITS, WEEKDAYS } from '@powerpost/contract'

const DAY_MS = 24 * 3600_000

export interface Schedule {
  readonly timezone: string
  readonly slots: QueueSlots
}

/** A time at which a queue publishes a post. */
export interface Slot {
  readonly time: Date
  /** As the queue has it, e.g. `2027-03-28T02:30`: what the clocks show is later where they skip it. */
  readonly planned: string
  /** As the clocks show it. */
  readonly local: string
  readonly shift: 'skipped' | 'repeated' | undefined
}

/**
 * The slots of a queue that a post can be scheduled for now, the earliest first: in the future, and as far ahead as posts can be. Two
 * slots that the clocks put at one time, because they skip one of them, are one.
 */
export function listSlots({ timezone, slots }: Schedule, now: Date): Slot[] {
  const last = new Date(now.getTime() + POST_LIMITS.scheduleDays * DAY_MS)
  const byTime = new Map<number, Slot>()
  // A slot of yesterday is today where the clocks skip midnight, and 60 days may touch 62 dates where they are put forward.
  const days = listDays({ from: now, before: 1, after: POST_LIMITS.scheduleDays + 1, zone: timezone })
  for (const { date, weekday } of days) {
    const day = WEEKDAYS[weekday - 1]
    for (const timeOfDay of (day && slots[day]) ?? []) {
      const slot = readSlot(`${date}T${timeOfDay}`, timezone)
      const known = byTime.get(slot.time.getTime())
      // The one that is there by its own time.
      if (slot.time > now && slot.time <= last && (!known || known.shift === 'skipped')) {
        byTime.set(slot.time.getTime(), slot)
      }
    }
  }
  return [...byTime.values()].toSorted((one, other) => one.time.getTime() - other.time.getTime())
}

function readSlot(planned: string, timezone: string): Slot {
  const { time, shift, shown } = readLocalTime(planned, timezone)
  return { time, planned, local: shown, shift }
}
