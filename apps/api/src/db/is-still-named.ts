import { DatabaseError } from 'pg'

/** Whether a row could not be removed because others name it: `foreign_key_violation`. */
export function isStillNamed(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23503'
}
