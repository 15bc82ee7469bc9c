import type { Db } from '#db/types.ts'
import type { Storage } from '#storage/port.ts'
import { thumbnailKeyOf } from './thumbnails/thumbnail-key.ts'
import { findUploadStatus, markUploadDeleting, removeUpload } from './uploads.repository.ts'

interface Dependencies {
  readonly db: Db
  readonly storage: Storage
}

interface Upload {
  readonly id: string
  /** Where its file is, for one whose row may be gone already. */
  readonly key?: string
  /** Discard it only if it was not touched since. */
  readonly before?: Date
}

/**
 * Removes an upload that will not be kept, or a medium that is being deleted: first it is marked, then its file goes, then
 * its row. Does nothing to a medium that is ready.
 */
export async function discardUpload({ db, storage }: Dependencies, { id, key, before }: Upload): Promise<void> {
  const path = (await markUploadDeleting(db, { id, ...(before && { before }) })) ?? (await findLostFile(db, id, key))
  if (path === undefined) return
  await deleteFiles(storage, { id, key: path })
  await removeUpload(db, id)
}

/** The file of an upload whose row was swept while it ran. */
async function findLostFile(db: Db, id: string, key: string | undefined): Promise<string | undefined> {
  return key !== undefined && (await findUploadStatus(db, id)) === undefined ? key : undefined
}

/** Removes a medium's file, and what was made of it. */
export async function deleteFiles(storage: Storage, { id, key }: { readonly id: string; readonly key: string }) {
  await storage.delete(thumbnailKeyOf(id))
  await storage.delete(key)
}
