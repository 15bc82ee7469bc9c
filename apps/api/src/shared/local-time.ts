import { Temporal } from 'temporal-polyfill'

/** A local time as a time that all clocks agree on. */
export interface ReadLocalTime {
  readonly time: Date
  /** `skipped`: the clocks are put forward over it, and it was taken as much later; `repeated`: it is there twice, and the first was taken. */
  readonly shift: 'skipped' | 'repeated' | undefined
  /** As the clocks of the zone show what was taken, e.g. `2027-03-28T03:30`. */
  readonly shown: string
}

/** Whether a name is one of a time zone of IANA's; offsets like `+01:00` are none. */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * Reads what people see on a clock.
 *
 * @param local e.g. `2026-12-24T18:00`
 * @param zone for which `isTimeZone` holds
 * @throws RangeError when it is no such time
 */
export function readLocalTime(local: string, zone: string): ReadLocalTime {
  const plain = Temporal.PlainDateTime.from(local)
  // As calendars do: later where it is skipped, the first where it is repeated.
  const taken = plain.toZonedDateTime(zone, { disambiguation: 'compatible' })
  const other = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  const isSame = taken.toPlainDateTime().equals(plain)
  const isTwice = isSame && !taken.toInstant().equals(other.toInstant())
  return {
    time: new Date(taken.epochMilliseconds),
    shift: isTwice ? 'repeated' : isSame ? undefined : 'skipped',
    shown: taken.toPlainDateTime().toString({ smallestUnit: 'minute' }),
  }
}

/** When a day begins on the clocks of a zone: where midnight is skipped, later. @param date `2026-12-24` */
export function startOfDay(date: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds)
}

/** A date some days later. @param date `2026-12-24` */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** What the clocks of a zone show at a moment: `2026-12-24` and `18:30`. */
export function showLocalTime(time: Date, zone: string): { readonly date: string; readonly time: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(zone)
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
