import type { Trx } from '#db/types.ts'
import type { MediaType } from '@powerpost/contract'
import { describeRenderedImage } from './describe-rendered-image.ts'
import { toDisplayName } from './display-name.ts'
import type { InspectedMedia } from './inspect/media-facts.ts'
import type { InspectDependencies } from './inspect-upload.ts'
import { inspectUpload } from './inspect-upload.ts'
import type { StoreDependencies, StoredUpload } from './store-upload.ts'
import { storeUpload } from './store-upload.ts'
import type { MediaOwner } from './uploads.repository.ts'

export interface SaveFileDependencies extends StoreDependencies, InspectDependencies {}

interface GeneratedFile {
  readonly owner: MediaOwner
  readonly fileName: string
  readonly type: MediaType
  readonly stream: AsyncIterable<Uint8Array>
  /** Bytes that it may have at most, where that is known. */
  readonly maxBytes: number | undefined
  readonly signal: AbortSignal
}

/** Makes a file a medium in a transaction, or not. */
type Commit = (trx: Trx, mediaId: string, facts: InspectedMedia) => Promise<boolean>

/**
 * Makes a file that was generated a medium, as an upload is made one.
 *
 * @param commit called in the transaction with the id the medium has from now on, and what is known of it; false: it is no longer
 * wanted, and nothing of it is left
 * @returns whether it was kept
 * @throws STORAGE_QUOTA_EXCEEDED, UNSUPPORTED_MEDIA_TYPE, StorageFullError, InspectionFailedError, or the signal's reason; nothing of
 * it is left then
 */
export async function saveGeneratedFile(
  dependencies: SaveFileDependencies,
  file: GeneratedFile,
  commit: Commit,
): Promise<boolean> {
  const { type, signal } = file
  return save(dependencies, file, (upload) => inspectUpload(dependencies, upload, { type, signal }), commit)
}

interface RenderedImage extends Omit<GeneratedFile, 'type' | 'stream' | 'maxBytes'> {
  /** Of a JPEG of our own renderer: it is no stranger's file, and needs no inspection. */
  readonly bytes: Uint8Array
}

/** The same for an image that our own renderer made. */
export async function saveRenderedImage(
  dependencies: SaveFileDependencies,
  { bytes, ...image }: RenderedImage,
  commit: Commit,
): Promise<boolean> {
  const file = { ...image, maxBytes: bytes.length, stream: once(bytes) }
  return save(dependencies, file, () => describeRenderedImage(bytes), commit)
}

async function save(
  dependencies: SaveFileDependencies,
  { fileName, ...file }: Omit<GeneratedFile, 'type'>,
  describe: (upload: StoredUpload) => Promise<InspectedMedia>,
  commit: Commit,
): Promise<boolean> {
  await using upload = await storeUpload(dependencies, { ...file, fileName: toDisplayName(fileName) })
  const facts = await describe(upload)
  // Awaited here: the upload is discarded at the end of this block unless the transaction kept it.
  return await dependencies.db.transaction().execute(async (trx) => {
    if (!(await commit(trx, upload.id, facts))) return false
    await upload.keep(trx, facts)
    return true
  })
}

/** Bytes as a stream. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
