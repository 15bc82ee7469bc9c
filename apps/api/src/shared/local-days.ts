import { Temporal } from 'temporal-polyfill'

/** A day of the calendar. */
interface LocalDay {
  /** E.g. `2026-12-24`. */
  readonly date: string
  /** From 1, Monday, to 7, Sunday. */
  readonly weekday: number
}

interface DaysOptions {
  /** A moment of the first day. */
  readonly from: Date
  /** Days before that one. */
  readonly before: number
  /** Days after that one. */
  readonly after: number
  /** For which `isTimeZone` holds. */
  readonly zone: string
}

/** The days around a moment, as the calendar of a zone has them. */
export function listDays({ from, before, after, zone }: DaysOptions): LocalDay[] {
  const today = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  return Array.from({ length: before + 1 + after }, (_, index) => {
    const day = today.add({ days: index - before })
    return { date: day.toString(), weekday: day.dayOfWeek }
  })
}

/** What the clocks of a zone show at a moment, e.g. `2026-12-24T18:30`. */
export function showInZone(time: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(zone)
  return local.toPlainDateTime().toString({ smallestUnit: 'minute' })
}
