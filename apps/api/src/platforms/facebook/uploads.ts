import type { Clock } from '#shared/clock.ts'
import type { GraphApi } from '../meta/index.ts'
import { idSchema, isGood, readGraphError, readJson } from '../meta/index.ts'
import type { PostMedium, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { FacebookCheckpoint, VideoUpload } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { WRONG_OFFSET } from './error-rules.ts'
import { UPLOAD_LIFE_MS } from './limits.ts'
import { readVideo } from './video-status.ts'
import { offsetsSchema, reelStartSchema, videoStartSchema } from './wire.ts'

export interface UploadDependencies {
  readonly api: GraphApi
  readonly clock: Clock
  /** Of a part of a video. */
  readonly partBytes: number
}

interface UploadStep {
  readonly medium: PostMedium
  readonly options: StepOptions
}

type Photo = FacebookCheckpoint['photos'][number]

/** Uploads a picture that is not published: nobody sees it, and Facebook deletes it after a day if no post has it. */
export async function uploadPhoto({ api, clock }: UploadDependencies, { medium, options }: UploadStep): Promise<Photo> {
  const { altText, mimeType } = medium
  const form = { published: 'false', ...(altText !== undefined && { alt_text_custom: altText }) }
  const bytes = await readAll(medium, { start: 0, end: medium.size }, options.signal)
  const file = { name: 'source', fileName: 'photo', contentType: mimeType, bytes }
  const path = PATHS.photos(options.connection.platformAccountId)
  const { id } = await api.ask(idSchema, { method: 'POST', path, form, file }, options)
  return { id, at: clock.now().toISOString() }
}

/** @throws PlatformError `restart` when what was uploaded may be gone soon */
export function refuseOld(clock: Clock, { photos, video }: FacebookCheckpoint): void {
  const times = [...photos.map(({ at }) => at), ...(video ? [video.begun_at] : [])]
  if (times.some((at) => clock.now().getTime() - Date.parse(at) > UPLOAD_LIFE_MS)) {
    throw new PlatformError('restart', 'The upload to Facebook has expired.')
  }
}

interface VideoStep extends UploadStep {
  /** Absent: it has not begun. */
  readonly video: VideoUpload | undefined
}

/**
 * One step of the upload of a post's video: it is begun, or one part is sent. A part that is sent twice is refused with the
 * offset that is expected. https://developers.facebook.com/docs/graph-api/reference/page/videos
 */
export async function uploadVideoPart(dependencies: UploadDependencies, step: VideoStep): Promise<VideoUpload> {
  const { api, clock, partBytes } = dependencies
  const { medium, video, options } = step
  const path = PATHS.videos(options.connection.platformAccountId)
  if (!video) {
    const form = { upload_phase: 'start', file_size: String(medium.size) }
    const request = { method: 'POST', host: 'video', path, form } as const
    const { video_id, upload_session_id, ...offsets } = await api.ask(videoStartSchema, request, options)
    const begun_at = clock.now().toISOString()
    return { id: video_id, session: upload_session_id, begun_at, ...follow(offsets) }
  }
  const end = Math.min(video.end, video.start + partBytes, medium.size)
  const bytes = await readAll(medium, { start: video.start, end }, options.signal)
  const form = {
    upload_phase: 'transfer',
    upload_session_id: video.session ?? '',
    start_offset: String(video.start),
  }
  const file = { name: 'video_file_chunk', fileName: 'video', contentType: 'application/octet-stream', bytes }
  const answer = await api.send({ method: 'POST', host: 'video', path, form, file }, options)
  if (isGood(answer)) return { ...video, ...follow(offsetsSchema.parse(readJson(answer))) }
  const said = readGraphError(answer)
  const expected = offsetsSchema.safeParse(said?.error_data).data
  if (said?.error_subcode === WRONG_OFFSET && expected) return { ...video, ...follow(expected) }
  throw api.errors.toFailure(answer)
}

function follow({ start_offset: start, end_offset: end }: { start_offset: number; end_offset: number }) {
  // Facebook has all of it when nothing is left between the offsets.
  return { start, end, sent: start >= end }
}

interface ReelStep extends VideoStep {
  /** Of the kind: reels, or stories. */
  readonly path: string
}

/**
 * One step of the upload of a reel or of a story's video: it is begun, or sent from where the upload host has it to the end.
 * https://developers.facebook.com/docs/video-api/guides/reels-publishing
 */
export async function uploadReel(dependencies: UploadDependencies, step: ReelStep): Promise<VideoUpload> {
  const { api, clock } = dependencies
  const { medium, video, path, options } = step
  if (!video) {
    const form = { upload_phase: 'start' }
    const { video_id } = await api.ask(reelStartSchema, { method: 'POST', path, form }, options)
    return { id: video_id, start: 0, end: medium.size, sent: false, begun_at: clock.now().toISOString() }
  }
  const { has, isBroken } = await readVideo(api, video.id, options)
  if (isBroken) throw new PlatformError('restart', 'Facebook could not use what was uploaded.')
  if (has >= medium.size) return { ...video, start: medium.size, sent: true }
  const answer = await api.upload(
    {
      path: `/video-upload/${api.version}/${video.id}`,
      headers: {
        offset: String(has),
        file_size: String(medium.size),
        'content-type': 'application/octet-stream',
      },
      body: { size: medium.size - has, open: () => medium.read({ start: has, end: medium.size }, options.signal) },
    },
    options,
  )
  if (!isGood(answer)) throw api.errors.toFailure(answer)
  return { ...video, start: medium.size, sent: true }
}

async function readAll(
  medium: PostMedium,
  range: { readonly start: number; readonly end: number },
  signal: AbortSignal,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of medium.read(range, signal)) parts.push(part)
  return Buffer.concat(parts)
}
