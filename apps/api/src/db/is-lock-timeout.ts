import { DatabaseError } from 'pg'

/** Whether a statement waited longer for a lock than it was to (SQLSTATE 55P03, lock_not_available). */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '55P03'
}
