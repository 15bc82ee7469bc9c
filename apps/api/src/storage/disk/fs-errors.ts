import { StorageFullError } from '../errors.ts'

/** Whether a system call failed with one of these codes, e.g. `ENOENT`. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.some((code) => code === error.code)
}

/** A StorageFullError for what means "no room" on some file system, else the error itself. */
export function asStorageError(error: unknown): unknown {
  // EFBIG: over the process's limit (ulimit -f) or the file system's largest size.
  return hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG') ? new StorageFullError({ cause: error }) : error
}
