import type { Db } from '#db/types.ts'
import type { Storage } from '#storage/port.ts'
import { deleteFiles } from './discard-upload.ts'

interface PurgeDependencies {
  readonly db: Db
  readonly storage: Storage
}

interface PurgeOptions {
  readonly workspaceId: string
  readonly signal: AbortSignal
}

const BATCH_SIZE = 50

/** Removes the media of a deleted workspace: each is condemned, then its file goes, then its row. */
export async function purgeMedia(
  { db, storage }: PurgeDependencies,
  { workspaceId, signal }: PurgeOptions,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const media = await db
      .updateTable('media')
      .set({ status: 'discarding' })
      .where('id', 'in', (query) =>
        // Whoever keeps a thumbnail of one holds its row: that is waited for, so that it is removed too.
        query.selectFrom('media').select('id').where('workspace_id', '=', workspaceId).limit(BATCH_SIZE).forUpdate(),
      )
      .returning(['id', 'storage_key'])
      .execute()
    if (media.length === 0) return
    for (const { id, storage_key } of media) {
      await deleteFiles(storage, { id, key: storage_key })
      await db.deleteFrom('media').where('id', '=', id).execute()
    }
  }
}
