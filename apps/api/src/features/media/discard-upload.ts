import type { Db } from '#db/types.ts'
import type { Storage } from '#storage/port.ts'
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

/** Removes what an upload left that will never be kept: first it is condemned, then its file goes, then its row. */
export async function discardUpload({ db, storage }: Dependencies, { id, key, before }: Upload): Promise<void> {
  const condemned = await condemnUpload(db, { id, ...(before && { before }) })
  const path = condemned ?? key
  if (path === undefined) return
  await storage.delete(path)
  await removeUpload(db, id)
}
