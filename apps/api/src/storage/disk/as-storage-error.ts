import { hasCode } from '#shared/files.ts'
import { StorageFullError } from '../errors.ts'

/** A StorageFullError for what means "no room" on some file system, else the error itself. */
export function asStorageError(error: unknown): unknown {
  // EFBIG: over the process's limit (ulimit -f) or the file system's largest size.
  return hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG') ? new StorageFullError({ cause: error }) : error
}
