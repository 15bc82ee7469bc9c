import { DatabaseError } from 'pg'

/** Whether a row could not be deleted because others refer to it: `foreign_key_violation`. */
export function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23503'
}
