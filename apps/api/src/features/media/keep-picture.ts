import type { Db, Trx } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { makeStorageKey } from '#storage/key.ts'
import type { Storage } from '#storage/port.ts'
import { discardUpload } from './discard-upload.ts'
import { toDisplayName } from './display-name.ts'
import type { InspectFile } from './inspect/index.ts'
import type { MediaOwner } from './uploads.repository.ts'
import { reserveUpload, settleUpload } from './uploads.repository.ts'

export interface KeepPictureDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly clock: Clock
  readonly inspect: InspectFile
}

interface NewPicture {
  readonly owner: MediaOwner
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly signal: AbortSignal
}

/**
 * Makes a picture of our own making a medium, as an upload is made one: room is reserved, the file stored, looked at, and then
 * kept in the transaction of whoever wants it.
 *
 * @param keep given the id it has from now on; false: it is no longer wanted, and nothing of it is left
 * @returns whether it was kept
 * @throws STORAGE_QUOTA_EXCEEDED, StorageFullError, InspectionFailedError, or the signal's reason; nothing is left of it then
 */
export async function keepPicture(
  dependencies: KeepPictureDependencies,
  { owner, fileName, bytes, signal }: NewPicture,
  keep: (trx: Trx, mediaId: string) => Promise<boolean>,
): Promise<boolean> {
  const { db, storage, clock, inspect } = dependencies
  const id = makeId(clock)
  const key = makeStorageKey('media', id)
  await reserveUpload(db, { id, key, caller: owner, bytes: bytes.length, now: clock.now() })
  let kept = false
  try {
    const stored = await storage.write(key, once(bytes), { signal })
    const facts = await storage.withLocalFile(key, (path) => inspect(path, { signal }))
    kept = await db.transaction().execute(async (trx) => {
      if (!(await keep(trx, id))) return false
      await settleUpload(trx, { id, fileName: toDisplayName(fileName), ...stored, facts })
      return true
    })
    return kept
  } finally {
    if (!kept) await discardUpload({ db, storage }, { id, key })
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
