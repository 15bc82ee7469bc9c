import type { Trx } from '#db/types.ts'
import type { GuardedStream, OutboundStream } from '#outbound/index.ts'
import { OutboundError } from '#outbound/index.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { ImportMediaRequest, Media } from '@powerpost/contract'
import { nameFile } from './name-file.ts'
import type { ComingFile, ReceivedFile, TakeFileDependencies } from './take-file.ts'
import { MAX_FILE_BYTES, takeFile } from './take-file.ts'

export interface ImportDependencies extends TakeFileDependencies {
  /** Reads a file from somewhere else, in bounded time; none beyond the largest that is taken. */
  readonly download: GuardedStream
}

export interface ImportOnce {
  /** The medium that the same request made before. */
  readonly find: () => Promise<Media | undefined>
  /** Makes a received file a medium in a transaction; or answers the medium that the same request made before. */
  readonly keep: (keep: (trx: Trx) => Promise<Media>) => Promise<Media>
}

interface Import {
  readonly caller: WorkspaceCaller
  readonly request: ImportMediaRequest
  /** Aborted when the caller has gone away. */
  readonly signal: AbortSignal
  readonly once: ImportOnce
}

/** What servers take as the names of pictures and videos that they may choose from. */
const ACCEPT = 'image/jpeg, image/png, image/webp, video/mp4, video/quicktime, video/webm, */*;q=0.1'

/** Fetches one picture or video from an address and keeps it, in the way of an upload. */
export async function importMedia(dependencies: ImportDependencies, options: Import): Promise<Media> {
  const { caller, request, signal, once } = options
  const kept = await once.find()
  if (kept) return kept
  return takeFile(dependencies, {
    caller,
    signal,
    receive: (store) => download(dependencies.download, request.url, { signal, store }),
    typeOf: () => request.type,
    keepOnce: (_received, keep) => once.keep(keep),
  })
}

interface Download {
  readonly signal: AbortSignal
  readonly store: (file: ComingFile) => Promise<ReceivedFile>
}

async function download(fetch: GuardedStream, url: string, { signal, store }: Download) {
  try {
    return await fetch(url, { signal, redirect: 'follow', accept: ACCEPT }, async (answer) => {
      // Of what went wrong there, nobody is told more than that: its body is not ours to show.
      if (answer.status !== 200) throw invalidField('url', `answers with the status ${answer.status} instead of a file`)
      const file = await store({ fileName: nameFile(answer), maxBytes: lengthOf(answer), stream: answer.body })
      return { file }
    })
  } catch (error) {
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
