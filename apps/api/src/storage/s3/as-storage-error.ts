import { S3ServiceException } from '@aws-sdk/client-s3'
import { NotStoredError, StorageFullError } from '../errors.ts'

/** How servers say that they have no room: Ceph, MinIO, Swift, and by its status any of them. */
const FULL_CODES = new Set(['QuotaExceeded', 'XMinioStorageFull', 'InsufficientStorage', 'EntityTooLarge'])
const INSUFFICIENT_STORAGE = 507
const NOT_FOUND_CODES = new Set(['NoSuchKey', 'NotFound'])
const RANGE_CODES = new Set(['InvalidRange', 'RangeNotSatisfiable'])

/** The error of the port for what a server of S3 answered, else the error itself. */
export function asStorageError(error: unknown, key: string): unknown {
  if (!(error instanceof S3ServiceException)) return error
  const { name, $metadata } = error
  if (NOT_FOUND_CODES.has(name)) return new NotStoredError(key, { cause: error })
  if (RANGE_CODES.has(name) || $metadata.httpStatusCode === 416) return new RangeError(name, { cause: error })
  if (FULL_CODES.has(name) || $metadata.httpStatusCode === INSUFFICIENT_STORAGE) {
    return new StorageFullError({ cause: error })
  }
  return error
}
