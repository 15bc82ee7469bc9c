import type { Db } from '#db/types.ts'
import { findTimeZone } from '#features/brand/index.ts'
import { addDays, startOfDay } from '#shared/local-time.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'

/** A range of days in a time zone. */
export interface DayRange {
  readonly zone: string
  /** `2026-12-24` and so on. */
  readonly days: readonly string[]
  /** When each day begins, and when the last one ends. */
  readonly bounds: readonly Date[]
}

interface AskedRange {
  readonly from: string
  readonly to: string
  readonly time_zone?: string | undefined
}

/** @throws AppError VALIDATION_ERROR for a name that is no time zone */
export async function readRange(
  db: Db,
  principal: WorkspacePrincipal,
  { from, to, time_zone }: AskedRange,
): Promise<DayRange> {
  const zone = await findTimeZone(db, principal, time_zone)
  const days: string[] = []
  for (let day = from; day <= to && !day.startsWith('+'); day = addDays(day, 1)) days.push(day)
  // The database knows no year 0, in which nothing was posted.
  const bounds = [...days, addDays(to, 1)].map((day) => new Date(Math.max(startOfDay(day, zone).getTime(), 0)))
  return { zone, days, bounds }
}
