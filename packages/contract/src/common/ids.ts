import { z } from 'zod'
import { boundedText } from './text.ts'

/** An id that this API made: a UUID v7, so that ids sort by time. */
export function madeId(description: string) {
  return z.uuid().meta({ description })
}

/**
 * An id that a caller gives back to us. Any string of 1-64 characters is well-formed: an id that names nothing is
 * answered as unknown, never as a format error.
 */
export function givenId(description: string) {
  return boundedText({ min: 1, max: 64 }).meta({ description })
}

/** An id in a path. No string is ill-formed: one that names nothing is answered 404. */
export function pathId(description: string) {
  return z.string().meta({ description })
}

/** An instant in UTC, ISO 8601 with milliseconds: `2026-11-22T18:53:52.000Z`. */
export function timestamp(description: string) {
  return z.iso.datetime().meta({ description, examples: ['2026-11-22T18:53:52.000Z'] })
}

/** Credits: a whole number, never negative. */
export function credits(description: string) {
  return z.int().nonnegative().meta({ description })
}
