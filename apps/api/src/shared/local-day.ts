import { Temporal } from 'temporal-polyfill'

/** A day, as the clocks of a time zone show it. */
export interface LocalDay {
  /** E.g. `2026-12-01`. */
  readonly date: string
  /** When the next one begins. A day has 23 or 25 hours where the clocks change. */
  readonly end: Date
}

/** The day that a time is on in a time zone. @param zone a name of IANA's */
export function localDayOf(time: Date, zone: string): LocalDay {
  const date = Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const next = date.add({ days: 1 }).toZonedDateTime(zone)
  return { date: date.toString(), end: new Date(next.epochMilliseconds) }
}
