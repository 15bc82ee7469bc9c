import type { Checkpoint, Published, PublishableItem, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { Following } from './checkpoint.ts'
import { readFollowing } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { PROCESSING_REASONS } from './error-rules.ts'
import type { ExtraDependencies } from './extras.ts'
import { runExtra } from './extras.ts'
import { COSTS, EXTRA_AGAIN_SECONDS, FOLLOW_SECONDS } from './limits.ts'
import { privacyOf } from './video-fields.ts'
import type { Video } from './wire.ts'
import { videosSchema } from './wire.ts'

type Item = PublishableItem<'youtube'>

/** The next step follows at once. */
const AT_ONCE_SECONDS = 0.2

/**
 * What is left once YouTube has a video: its thumbnail, its playlist, and whether YouTube can process it.
 *
 * @throws PlatformError `never` where YouTube says at once that it does not take the video
 */
export function startFollowing(item: Item, video: Video): Published {
  const cover = item.media[0]?.cover
  const todo: Following['todo'] = []
  if (cover && 'picture' in cover) todo.push('thumbnail')
  if (item.options.playlist_id !== undefined) todo.push('playlist')
  const following = readFollowing({ video_id: video.id, todo })
  return goOn(item, readStatus(following, video))
}

interface Followed {
  readonly item: Item
  readonly checkpoint: Checkpoint
}

/**
 * One step with a video that is there. What fails of its extras is a warning: the video stays posted, and is never sent again.
 *
 * @throws PlatformError `never` where YouTube cannot process the video, or rejects it
 */
export async function follow(
  dependencies: ExtraDependencies,
  { item, checkpoint }: Followed,
  options: StepOptions,
): Promise<Published> {
  const following = readFollowing(checkpoint)
  if (following.todo.length > 0) return goOn(item, await runExtra(dependencies, { item, following }, options))
  const looked = { ...following, looks: following.looks + 1 }
  const video = await lookAt(dependencies, following.video_id, options)
  if (video === 'out of reach') return goOn(item, { ...looked, processed: true })
  return goOn(item, video ? readStatus(looked, video) : looked)
}

/** Undefined: YouTube does not show it now. `out of reach`: the connection or the quota lets nobody look. */
async function lookAt(
  { api }: ExtraDependencies,
  id: string,
  options: StepOptions,
): Promise<Video | 'out of reach' | undefined> {
  try {
    const { items } = await api.ask(
      videosSchema,
      {
        method: 'GET',
        to: { api: PATHS.videos },
        query: { part: 'status', id },
        cost: { quota: 'units', amount: COSTS.list },
      },
      options,
    )
    return items[0]
  } catch (error) {
    options.signal.throwIfAborted()
    const isOutOfReach = error instanceof Error && 'failure' in error && (error.failure !== 'retry' || isOfQuota(error))
    return isOutOfReach ? 'out of reach' : undefined
  }
}

function isOfQuota(error: Error): boolean {
  return error instanceof PlatformError && error.scope !== 'item'
}

/** https://developers.google.com/youtube/data/reference/rest/v3/videos: `status` */
function readStatus(following: Following, { status = {} }: Video): Following {
  const { uploadStatus, privacyStatus = following.privacy, failureReason, rejectionReason } = status
  if (uploadStatus === 'failed' || uploadStatus === 'rejected' || uploadStatus === 'deleted') {
    const reason = failureReason ?? rejectionReason ?? ''
    const message = PROCESSING_REASONS[reason] ?? `YouTube says that the video has ${uploadStatus}.`
    const platformError = `${uploadStatus} ${reason.replaceAll(/\W/g, '').slice(0, 50)}`.trim()
    throw new PlatformError('never', message, { platformError })
  }
  return { ...following, privacy: privacyStatus, processed: uploadStatus === 'processed' }
}

function goOn(item: Item, following: Following): Published {
  const { todo, tries, looks, processed, video_id: id } = following
  const wait = todo.length > 0 ? (tries > 0 ? EXTRA_AGAIN_SECONDS : AT_ONCE_SECONDS) : FOLLOW_SECONDS[looks]
  if (wait !== undefined && (todo.length > 0 || !processed)) {
    return { status: 'processing', checkpoint: following, seconds: wait }
  }
  const warnings = [...warnOfPrivacy(item, following), ...following.warnings]
  return {
    status: 'posted',
    platformPostId: id,
    platformUrl: item.postType === 'youtube-short' ? `https://www.youtube.com/shorts/${id}` : watchAddressOf(id),
    ...(warnings.length > 0 && { warnings }),
  }
}

function watchAddressOf(id: string): string {
  return `https://www.youtube.com/watch?v=${id}`
}

function warnOfPrivacy(item: Item, { privacy }: Following): string[] {
  const asked = privacyOf(item)
  if (privacy === undefined || privacy === asked) return []
  const why =
    privacy === 'private'
      ? ' YouTube keeps the videos of an app private that it has not audited: its owner can change it in YouTube Studio.'
      : ''
  return [`The video is ${privacy} on YouTube, not ${asked} as it was asked for.${why}`]
}
