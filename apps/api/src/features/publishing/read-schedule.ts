import type { Slot } from '#features/queues/index.ts'
import { invalidField } from '#shared/app-error.ts'
import type { ReadLocalTime } from '#shared/local-time.ts'
import { isTimeZone, readLocalTime } from '#shared/local-time.ts'
import type { SchedulePostRequest, Warning } from '@powerpost/contract'
import { POST_LIMITS } from '@powerpost/contract'

const DAY_MS = 24 * 3600_000

interface ReadSchedule {
  readonly time: Date
  readonly warnings: readonly Warning[]
}

/** When a request wants a post to be published. Throws VALIDATION_ERROR for what is no time that it can be scheduled for. */
export function readSchedule(request: SchedulePostRequest, now: Date): ReadSchedule {
  const { scheduled_at, scheduled_local: local, timezone = '' } = request
  if (local === undefined) return { time: assertAhead(new Date(scheduled_at ?? ''), 'scheduled_at', now), warnings: [] }
  if (!isTimeZone(timezone)) throw invalidField('timezone', 'is not the name of a time zone, such as Europe/Berlin')
  const { time, shift, shown } = readLocal(local, timezone)
  assertAhead(time, 'scheduled_local', now)
  return { time, warnings: warnOfShift({ time, shift, shown, planned: local, timezone, field: 'scheduled_local' }) }
}

/** The same for a slot of a queue. */
export function readSlot({ time, planned, local, shift }: Slot, timezone: string): ReadSchedule {
  return { time, warnings: warnOfShift({ time, shift, shown: local, planned, timezone, field: 'queue_id' }) }
}

interface Shifted extends ReadLocalTime {
  /** As it was asked for. */
  readonly planned: string
  readonly timezone: string
  readonly field: string
}

function warnOfShift({ time, shift, shown, planned, timezone, field }: Shifted): Warning[] {
  if (!shift) return []
  const message = {
    skipped: `The clocks in ${timezone} skip ${planned}: the post is scheduled for ${shown} there.`,
    repeated: `The clocks in ${timezone} show ${planned} twice: the post is scheduled for the first time, ${time.toISOString()}.`,
  }[shift]
  return [{ code: `time_${shift}`, message, field }]
}

/** A time that a post can be scheduled for. @throws AppError VALIDATION_ERROR with its field */
export function assertAhead(time: Date, field: string, now: Date): Date {
  if (Number.isNaN(time.getTime())) throw invalidField(field, 'must be a time as 2026-11-22T18:00:00Z')
  if (time <= now) throw invalidField(field, `must be in the future: it is ${now.toISOString()}`)
  const last = new Date(now.getTime() + POST_LIMITS.scheduleDays * DAY_MS)
  if (time > last) throw invalidField(field, `must be at most ${POST_LIMITS.scheduleDays} days ahead`)
  return time
}

function readLocal(local: string, timezone: string): ReadLocalTime {
  try {
    return readLocalTime(local, timezone)
  } catch (error) {
    if (error instanceof RangeError) throw invalidField('scheduled_local', 'is not a time that there is')
    throw error
  }
}
