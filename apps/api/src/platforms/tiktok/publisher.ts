import type { OutboundAnswer } from '#outbound/index.ts'
import type { LookedUp, PublishableItem, Published, Publisher, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import { isGood } from './api.ts'
import type { TikTokCheckpoint, Upload } from './checkpoint.ts'
import { readCheckpoint } from './checkpoint.ts'
import { borderAt, chunkAt, lastStart } from './chunks.ts'
import { PATHS } from './endpoints.ts'
import { toFailedPost, toRefusal } from './errors.ts'
import { followUp } from './follow-up.ts'
import { isPhotos, toPhotoInit } from './post-info.ts'
import type { PublisherDependencies } from './prepare.ts'
import { expired, planOf, prepareStep, videoOf } from './prepare.ts'
import { readJson } from './read-json.ts'
import { askOutcome, askStatus, processing, toPublished } from './status.ts'
import { readProgress } from './upload.ts'
import { photoInitSchema } from './wire.ts'

/**
 * Publishes on TikTok. A video is uploaded in chunks, and the last one posts it: TikTok has an id for it before, which makes one post at
 * most, so that sending the last chunk again does no harm. Photos are posted by one call, which TikTok fetches them after.
 */
export function createTikTokPublisher(dependencies: PublisherDependencies): Publisher<'tiktok'> {
  const { api, clock } = dependencies
  return {
    prepare: (item, recorded, options) =>
      prepareStep(dependencies, { item, checkpoint: readCheckpoint(recorded), options }),
    publish(item, recorded, options) {
      const final = { item, checkpoint: readCheckpoint(recorded), options }
      return isPhotos(item) ? postPhotos(dependencies, final) : postVideo(dependencies, final)
    },
    async poll(item, recorded, options) {
      const checkpoint = readCheckpoint(recorded)
      return toPublished(await askOutcome(api, idOf(checkpoint), options), { item, checkpoint }, clock)
    },
    async lookUp(item, recorded, options): Promise<LookedUp> {
      const checkpoint = readCheckpoint(recorded)
      const { upload } = checkpoint
      // Of photos the lost answer would have had the id.
      if (!upload || checkpoint.publish_id === undefined) return { status: 'unknown' }
      const status = await askStatus(api, checkpoint.publish_id, options)
      const isWaiting =
        status.status === 'PROCESSING_UPLOAD' && !isWhole(upload, videoOf(item).size, status.uploaded_bytes)
      if (isWaiting) return { status: 'not_posted' }
      // Why it failed is asked once more, where it can be said.
      return status.status === 'FAILED' ? processing(checkpoint) : toPublished(status, { item, checkpoint }, clock)
    },
    followUp: (recorded, options) => followUp(api, recorded, options),
  }
}

function idOf({ publish_id }: TikTokCheckpoint): string {
  if (publish_id === undefined) throw new Error('There is no id of the post')
  return publish_id
}

/** Whether TikTok has all of a video, by its own word. It does not always say. */
function isWhole({ chunk_size, count }: Upload, size: number, uploaded: number | undefined): boolean {
  return uploaded !== undefined && borderAt({ size, chunkSize: chunk_size, count }, uploaded) === size
}

interface FinalCall {
  readonly item: PublishableItem<'tiktok'>
  readonly checkpoint: TikTokCheckpoint
  readonly options: StepOptions
}

/**
 * Sends the last chunk. TikTok is asked first: what an earlier call has posted is not begun again, and a token that is not good any
 * more is found out while nothing is public.
 */
async function postVideo(
  dependencies: PublisherDependencies,
  { item, checkpoint, options }: FinalCall,
): Promise<Published> {
  const { api, uploader, clock } = dependencies
  const { upload } = checkpoint
  const medium = videoOf(item)
  if (!upload) throw new Error('There is no upload')
  const before = await askOutcome(api, idOf(checkpoint), options)
  if (before.status === 'FAILED') throw toFailedPost(before.fail_reason, clock)
  const isTaken = before.status !== 'PROCESSING_UPLOAD' || isWhole(upload, medium.size, before.uploaded_bytes)
  if (isTaken) return processing(checkpoint)
  const plan = planOf(medium, upload)
  const answer = await uploader.send({ url: upload.url, medium, ...chunkAt(plan, lastStart(plan)) }, options.signal)
  switch (answer.status) {
    case 200:
    case 201:
      return processing(checkpoint)
    case 416: {
      const progress = readProgress(answer)
      const border = progress === undefined ? undefined : borderAt(plan, progress)
      if (border === plan.size) return processing(checkpoint)
      if (border === undefined) throw unclear(answer)
      throw new PlatformError('restart', 'TikTok lost a part of the video.', { platformError: 'upload 416' })
    }
    case 403:
    case 404:
      // It said just now that it does not have all of it, and takes no more; or it did not say.
      throw before.uploaded_bytes === undefined ? unclear(answer) : expired()
    default: {
      const refusal = answer.status === 429 ? toRefusal(answer, clock) : undefined
      throw refusal ?? unclear(answer)
    }
  }
}

async function postPhotos(
  { api, clock }: PublisherDependencies,
  { item, checkpoint, options }: FinalCall,
): Promise<Published> {
  const answer = await api.send(PATHS.initPhotos, toPhotoInit(item), options)
  // What cannot be read was posted, perhaps: it is thrown as it is.
  if (!isGood(answer)) throw toRefusal(answer, clock) ?? unclear(answer)
  const { publish_id } = photoInitSchema.parse(readJson(answer)).data
  return processing({ ...checkpoint, publish_id })
}

function unclear({ status }: OutboundAnswer): Error {
  return new Error(`TikTok answered ${status} to the final call`)
}
