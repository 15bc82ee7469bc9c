import type { Db } from '#db/types.ts'
import type { Storage } from '#storage/port.ts'
import { deleteFiles } from './discard-upload.ts'
import { markMediaDeleting, removeMedium } from './uploads.repository.ts'

interface PurgeDependencies {
  readonly db: Db
  readonly storage: Storage
}

interface PurgeOptions {
  readonly workspaceId: string
  readonly signal: AbortSignal
}

const BATCH_SIZE = 50

/** Removes the media of a deleted workspace: each is marked, then its file goes, then its row. */
export async function purgeMedia(
  { db, storage }: PurgeDependencies,
  { workspaceId, signal }: PurgeOptions,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const media = await markMediaDeleting(db, workspaceId, BATCH_SIZE)
    if (media.length === 0) return
    for (const { id, storage_key } of media) {
      await deleteFiles(storage, { id, key: storage_key })
      await removeMedium(db, id)
    }
  }
}
