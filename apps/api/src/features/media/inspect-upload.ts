import { AppError } from '#shared/app-error.ts'
import type { Storage } from '#storage/port.ts'
import { TooLargeError } from '#storage/errors.ts'
import type { MediaType } from '@powerpost/contract'
import type { InspectFile } from './inspect/index.ts'
import type { InspectedMedia } from './inspect/media-facts.ts'
import type { StoredUpload } from './store-upload.ts'
import { MAX_BYTES_BY_KIND } from './store-upload.ts'

export interface InspectDependencies {
  readonly storage: Storage
  /** Looks at a whole file. Throws UnsupportedMediaError for one that is not taken. */
  readonly inspect: InspectFile
}

interface InspectOptions {
  /** What the file must be. Undefined: whatever it is. */
  readonly type: MediaType | undefined
  readonly signal: AbortSignal
}

/**
 * Looks at a file that was stored, and puts right what is to be kept in another form.
 *
 * @throws UNSUPPORTED_MEDIA_TYPE when it is of another type, TooLargeError, and what `inspect` throws
 */
export async function inspectUpload(
  { storage, inspect }: InspectDependencies,
  upload: StoredUpload,
  { type, signal }: InspectOptions,
): Promise<InspectedMedia> {
  if (type && upload.size > MAX_BYTES_BY_KIND[type]) throw new TooLargeError(MAX_BYTES_BY_KIND[type])
  const facts = await storage.withLocalFile(upload.key, (path) => inspect(path, { signal }))
  if (type && facts.kind !== type) {
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', `The file is ${CALLED[facts.kind]}, but type is ${type}.`)
  }
  if (facts.kind === 'image' && facts.replacement) await upload.replace(facts.replacement)
  return facts
}

const CALLED: Record<MediaType, string> = { image: 'an image', video: 'a video', document: 'a document' }
