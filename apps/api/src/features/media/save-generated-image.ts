import type { Trx } from '#db/types.ts'
import { describeRenderedImage } from './describe-rendered-image.ts'
import { toDisplayName } from './display-name.ts'
import type { InspectDependencies } from './inspect-upload.ts'
import { inspectUpload } from './inspect-upload.ts'
import type { StoreDependencies } from './store-upload.ts'
import { storeUpload } from './store-upload.ts'
import type { MediaOwner } from './uploads.repository.ts'

export interface SaveImageDependencies extends StoreDependencies, InspectDependencies {}

interface GeneratedImage {
  readonly owner: MediaOwner
  readonly fileName: string
  readonly bytes: Uint8Array
  /** Whether our own renderer made it, from nothing but its own drawing: it is no stranger's file, and needs no inspection. */
  readonly isRendered: boolean
  readonly signal: AbortSignal
}

/**
 * Makes an image that was generated a medium, as an upload is made one.
 *
 * @param commit called in the transaction with the id the medium has from now on; false: it is no longer wanted, and nothing
 * of it is left
 * @returns whether it was kept
 * @throws STORAGE_QUOTA_EXCEEDED, StorageFullError, InspectionFailedError, or the signal's reason; nothing of it is left then
 */
export async function saveGeneratedImage(
  dependencies: SaveImageDependencies,
  { owner, fileName, bytes, isRendered, signal }: GeneratedImage,
  commit: (trx: Trx, mediaId: string) => Promise<boolean>,
): Promise<boolean> {
  const file = { fileName: toDisplayName(fileName), maxBytes: bytes.length, stream: once(bytes) }
  await using upload = await storeUpload(dependencies, { owner, ...file, signal })
  const facts = isRendered
    ? await describeRenderedImage(bytes)
    : await inspectUpload(dependencies, upload, { type: 'image', signal })
  // Awaited here: the upload is discarded at the end of this block unless the transaction kept it.
  return await dependencies.db.transaction().execute(async (trx) => {
    if (!(await commit(trx, upload.id))) return false
    await upload.keep(trx, facts)
    return true
  })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
