import { v7, validate } from 'uuid'
import type { Clock } from './clock.ts'
import { workspaceIdSchema } from '@powerpost/contract'

/** A new UUID v7: ids sort by the time they were made at. */
export function makeId(clock: Clock): string {
  return v7({ msecs: clock.now().getTime() })
}

/** Whether a string could be one of this server's ids. PostgreSQL refuses others in a `uuid` column. */
export function isUuid(value: string): boolean {
  return validate(value)
}

/** Whether a string could be the id of a workspace: an operator may have chosen one of any version, or of none. */
export function isWorkspaceId(value: string): boolean {
  return workspaceIdSchema.safeParse(value).success
}
