import { z } from 'zod'
import { boundedText } from '../common/text.ts'

/** Bounds of a calendar: texts in Unicode code points, ranges in days, and what one workspace and mode can have. */
export const CALENDAR_LIMITS = {
  title: 500,
  description: 5000,
  /** Days of one request, the first and the last included. */
  rangeDays: 366,
  entriesPerWorkspace: 5000,
  /** Bytes of the titles and descriptions together. */
  textPerWorkspace: 10_000_000,
  feedsPerWorkspace: 20,
  feedName: 100,
} as const

/** A date without a zone, kept as it is given: `2026-12-24`. */
export function calendarDate(description: string) {
  return z.iso
    .date({ error: 'must be a date as 2026-12-24' })
    .meta({ description: `${description} \`YYYY-MM-DD\`, without a time zone.`, examples: ['2026-12-24'] })
}

/** A time on the clock without a zone, kept as it is given: `18:30`. */
export const clockTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, { error: 'must be a time as 18:30' })

/** How many days a range has, the first and the last included; 0 or less when it ends before it begins. */
export function daysInRange(first: string, last: string): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000) + 1
}

/** The time zone in which a request counts days. */
export const timeZoneQuery = boundedText({ min: 1, max: 64 })
  .optional()
  .meta({
    description:
      'A time zone of the IANA database in which days are counted. Default: that of the brand profile, else UTC.',
    examples: ['Europe/Berlin'],
  })
