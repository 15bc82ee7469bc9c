import type { PublishableItem, StepOptions } from '../port.ts'
import { PlatformError, PublishError } from '../port.ts'
import type { YouTubeApi } from './api.ts'
import { isGood } from './api.ts'
import type { Upload } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import type { SessionState } from './session.ts'
import { askSession, readSession, readSessionAddress, sendPart, startOfLastPart } from './session.ts'
import { toVideoFields, toVideoQuery } from './video-fields.ts'

export interface UploadDependencies {
  readonly api: YouTubeApi
  readonly uploadUrl: string
  /** A multiple of 256 KiB. */
  readonly chunkBytes: number
}

/**
 * Begins the session of an item's video, which costs an upload of the day. One that is begun twice leaves an empty one behind, which
 * nobody sees and which ends by itself.
 */
export async function beginUpload(
  { api, uploadUrl }: UploadDependencies,
  item: PublishableItem<'youtube'>,
  options: StepOptions,
): Promise<Upload> {
  const medium = mediumOf(item)
  const answer = await api.send(
    {
      method: 'POST',
      to: { upload: PATHS.uploadVideo },
      query: toVideoQuery(item),
      headers: { 'x-upload-content-length': String(medium.size), 'x-upload-content-type': medium.mimeType },
      json: toVideoFields(item),
      cost: { quota: 'uploads', amount: 1 },
    },
    options,
  )
  if (!isGood(answer)) throw api.toFailure(answer)
  return { session: readSessionAddress(answer, uploadUrl), sent: 0 }
}

/** Statuses by which a session may say that it is elsewhere than we thought: it is asked. */
const WRONG_PLACE = [400, 409, 416]

/**
 * Sends the next chunk, never the last part of the file. After a break the session is asked what it has: where that is more than before,
 * the upload goes on, however often the line breaks.
 *
 * @throws PlatformError
 */
export async function sendChunk(
  { api, chunkBytes }: UploadDependencies,
  { item, upload }: { readonly item: PublishableItem<'youtube'>; readonly upload: Upload },
  options: StepOptions,
): Promise<SessionState> {
  const medium = mediumOf(item)
  const { session, sent } = upload
  const end = Math.min(sent + chunkBytes, startOfLastPart(medium.size))
  let failure: unknown
  try {
    const answer = await sendPart(api, { session, medium, range: { start: sent, end } }, options)
    const state = readSession(answer)
    if (state) return state
    failure = api.toFailure(answer)
    if (answer.status < 500 && !WRONG_PLACE.includes(answer.status)) throw failure
  } catch (error) {
    options.signal.throwIfAborted()
    if (error instanceof PublishError) throw error
    failure = error
  }
  const state = await askSession(api, { session, medium }, options)
  if (state.status === 'open' && state.has === sent) throw failure
  return state
}

export function mediumOf({ media }: Pick<PublishableItem<'youtube'>, 'media'>) {
  const [medium] = media
  // Preflight looked.
  if (!medium) throw new PlatformError('never', 'YouTube needs a video.')
  return medium
}
