import { v7, validate } from 'uuid'
import type { Clock } from './clock.ts'

/** A new UUID v7: ids sort by the time they were made at. */
export function makeId(clock: Clock): string {
  return v7({ msecs: clock.now().getTime() })
}

/** Whether a string could be an id of ours at all. PostgreSQL refuses others in a `uuid` column. */
export function isUuid(value: string): boolean {
  return validate(value)
}
