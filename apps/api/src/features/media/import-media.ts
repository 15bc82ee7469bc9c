import type { Trx } from '#db/types.ts'
import type { GuardedStream, OutboundStream } from '#outbound/index.ts'
import { OutboundError } from '#outbound/index.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { ImportMediaRequest, Media } from '@powerpost/contract'
import { inspectUpload } from './inspect-upload.ts'
import { nameFile } from './name-file.ts'
import { toMedia } from './present-medium.ts'
import type { Reserve, StoredUpload } from './store-upload.ts'
import { MAX_FILE_BYTES, storeUpload } from './store-upload.ts'
import { toOwner } from './to-owner.ts'
import type { UploadDependencies } from './upload-media.ts'
import { toUploadRefusal } from './upload-refusal.ts'

export interface ImportDependencies extends UploadDependencies {
  /** Reads a file from somewhere else, in bounded time; none beyond the largest that is taken. */
  readonly download: GuardedStream
}

export interface ImportOnce {
  /** The medium that the same request made before. */
  readonly find: () => Promise<Media | undefined>
  /** Makes a received file a medium in a transaction; or returns the medium that the same request made before. */
  readonly keep: (keep: (trx: Trx) => Promise<Media>) => Promise<Media>
}

interface Import {
  readonly principal: WorkspacePrincipal
  readonly request: ImportMediaRequest
  /** Aborted when the caller has gone away. */
  readonly signal: AbortSignal
  readonly once: ImportOnce
  readonly reserve: Reserve
}

/** What servers take as the names of pictures and videos that they may choose from. */
const ACCEPT = 'image/jpeg, image/png, image/webp, image/heic;q=0.9, video/mp4, video/quicktime, video/webm, */*;q=0.1'

/** Fetches one picture or video from an address and keeps it, in the way of an upload. */
export async function importMedia(dependencies: ImportDependencies, options: Import): Promise<Media> {
  const { request, signal, once } = options
  const kept = await once.find()
  if (kept) return kept
  try {
    await using upload = await downloadFile(dependencies, options)
    const facts = await inspectUpload(dependencies, upload, { type: request.type, signal })
    return await once.keep(async (trx) => toMedia(await upload.keep(trx, facts), dependencies.links))
  } catch (error) {
    throw toUploadRefusal(error)
  }
}

async function downloadFile(dependencies: ImportDependencies, options: Import): Promise<StoredUpload> {
  const { principal, request, signal, reserve } = options
  let stored: StoredUpload | undefined
  try {
    return await dependencies.download(request.url, { signal, redirect: 'follow', accept: ACCEPT }, async (answer) => {
      // Of what went wrong there, no caller sees more than that: its body is not ours to show.
      if (answer.status !== 200) throw invalidField('url', `answers with the status ${answer.status} instead of a file`)
      const file = { fileName: nameFile(answer), maxBytes: lengthOf(answer), stream: answer.body }
      stored = await storeUpload(dependencies, { owner: toOwner(principal), ...file, reserve })
      return stored
    })
  } catch (error) {
    await stored?.discard()
    if (!(error instanceof OutboundError)) throw error
    if (error.kind !== 'too_large') throw invalidField('url', error.message)
    throw new AppError('FILE_TOO_LARGE', `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MiB.`)
  }
}

/** Of a packed body the length is that of the packing: as good as none. */
function lengthOf({ headers }: OutboundStream): number | undefined {
  const length = headers['content-encoding'] === undefined ? headers['content-length'] : undefined
  return length === undefined ? undefined : Number(length)
}
