import type { Db } from '#db/types.ts'
import type { Storage } from '#storage/port.ts'
import { thumbnailKeyOf } from './thumbnails/thumbnail-key.ts'
import { condemnUpload, removeUpload } from './uploads.repository.ts'

interface Dependencies {
  readonly db: Db
  readonly storage: Storage
}

interface Upload {
  readonly id: string
  /** Where its file is, for one whose row may be gone already. */
  readonly key?: string
  /** Discard it only if nobody has said anything of it since. */
  readonly before?: Date
}

/**
 * Removes an upload that will never be kept, or a medium that was condemned: first it is condemned, then its file goes, then
 * its row.
 */
export async function discardUpload({ db, storage }: Dependencies, { id, key, before }: Upload): Promise<void> {
  const condemned = await condemnUpload(db, { id, ...(before && { before }) })
  const path = condemned ?? key
  if (path === undefined) return
  await deleteFiles(storage, { id, key: path })
  await removeUpload(db, id)
}

/** Removes a medium's file, and what was made of it. */
export async function deleteFiles(storage: Storage, { id, key }: { readonly id: string; readonly key: string }) {
  await storage.delete(thumbnailKeyOf(id))
  await storage.delete(key)
}
