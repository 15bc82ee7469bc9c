import type { Clock } from '#shared/clock.ts'
import type { PostMedium, Prepared, PublishableItem, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { TikTokApi } from './api.ts'
import type { TikTokCheckpoint, Upload } from './checkpoint.ts'
import type { ChunkPlan } from './chunks.ts'
import { borderAt, chunkAt, lastStart, planChunks } from './chunks.ts'
import { askCreator, checkCreator } from './creator.ts'
import { PATHS } from './endpoints.ts'
import { toFailure } from './errors.ts'
import { UPLOAD_LIFE_MS, UPLOAD_MARGIN_MS } from './limits.ts'
import { isPhotos, modeOf, toVideoInit } from './post-info.ts'
import type { Uploader } from './upload.ts'
import { readProgress } from './upload.ts'
import { videoInitSchema } from './wire.ts'

export interface PublisherDependencies {
  readonly api: TikTokApi
  readonly uploader: Uploader
  readonly clock: Clock
  /** Of a chunk of a video. */
  readonly chunkBytes: number
}

interface PrepareStep {
  readonly item: PublishableItem<'tiktok'>
  readonly checkpoint: TikTokCheckpoint
  readonly options: StepOptions
}

/**
 * One step toward the final call: TikTok is asked what the creator allows, an upload is begun, or one chunk is sent. All but the last chunk of a
 * video, and all of photos, which TikTok fetches: those make the post. Nothing of it is seen; an upload that is left behind is forgotten in a day.
 *
 * @throws PlatformError
 */
export async function prepareStep(dependencies: PublisherDependencies, step: PrepareStep): Promise<Prepared> {
  const { item, checkpoint, options } = step
  if (!checkpoint.asked && modeOf(item) === 'direct') {
    const creator = await askCreator(dependencies.api, options)
    const warnings = checkCreator(creator, item)
    return go({ ...checkpoint, asked: true, username: creator.creator_username, warnings })
  }
  if (isPhotos(item)) return { status: 'ready', checkpoint }
  const medium = videoOf(item)
  const { upload } = checkpoint
  if (!upload) return begin(dependencies, step, medium)
  const plan = planOf(medium, upload)
  const isReady = upload.sent >= lastStart(plan)
  // The last chunk may be there already, of a call whose answer was lost: only the final call decides what becomes of it.
  if (isReady && !upload.untried) return { status: 'ready', checkpoint }
  if (Date.parse(upload.expires_at) - dependencies.clock.now().getTime() < UPLOAD_MARGIN_MS) throw expired()
  if (isReady) return { status: 'ready', checkpoint: { ...checkpoint, upload: { ...upload, untried: false } } }
  const sent = await sendChunk(dependencies, { medium, upload, plan }, options)
  return go({ ...checkpoint, upload: { ...upload, sent } })
}

export function videoOf({ media }: PublishableItem<'tiktok'>): PostMedium {
  const [medium] = media
  if (!medium) throw new Error('There is no video')
  return medium
}

export function planOf({ size }: Pick<PostMedium, 'size'>, { chunk_size, count }: Upload): ChunkPlan {
  return { size, chunkSize: chunk_size, count }
}

export function expired(): PlatformError {
  return new PlatformError('restart', 'The upload to TikTok has expired.', { platformError: 'upload expired' })
}

/** A lost answer leaves an upload behind that nobody can finish: nothing of it is posted, it counts as one of five that TikTok allows in a day. */
async function begin(
  { api, clock, chunkBytes }: PublisherDependencies,
  { item, checkpoint, options }: PrepareStep,
  medium: PostMedium,
): Promise<Prepared> {
  const plan = planChunks(medium.size, chunkBytes)
  const path = modeOf(item) === 'inbox' ? PATHS.initInboxVideo : PATHS.initVideo
  const { data } = await api.ask(videoInitSchema, { path, json: toVideoInit(item, plan) }, options)
  const expires_at = new Date(clock.now().getTime() + UPLOAD_LIFE_MS).toISOString()
  const { chunkSize: chunk_size, count } = plan
  const upload = { sent: 0, chunk_size, count, url: data.upload_url, expires_at, untried: true }
  return go({ ...checkpoint, publish_id: data.publish_id, upload, polls: 0 })
}

interface SentVideo {
  readonly medium: PostMedium
  readonly upload: Upload
  readonly plan: ChunkPlan
}

/** Sends the next chunk. Returns up to where TikTok has the video: behind it, or where it says that it is. */
async function sendChunk(
  { uploader, clock }: PublisherDependencies,
  { medium, upload, plan }: SentVideo,
  { signal }: StepOptions,
): Promise<number> {
  const chunk = chunkAt(plan, upload.sent)
  const answer = await uploader.send({ url: upload.url, medium, ...chunk }, signal)
  switch (answer.status) {
    case 200:
    case 201:
    case 206:
      return chunk.end
    case 416: {
      // A chunk whose answer was lost is there; or TikTok is behind.
      const progress = readProgress(answer)
      const border = progress === undefined ? undefined : borderAt(plan, progress)
      if (border !== undefined && border !== upload.sent && border <= lastStart(plan)) return border
      throw new PlatformError('restart', 'TikTok lost a part of the video.', { platformError: 'upload 416' })
    }
    case 403:
    case 404:
      throw expired()
    case 400:
      throw new PlatformError('restart', 'TikTok could not take a part of the video.', { platformError: 'upload 400' })
    default:
      throw toFailure(answer, clock)
  }
}

function go(checkpoint: TikTokCheckpoint): Prepared {
  return { status: 'continue', checkpoint }
}
