import type { Clock } from '#shared/clock.ts'
import type { GraphApi } from '../meta/index.ts'
import { isGood } from '../meta/index.ts'
import type { Prepared, PublishableItem, Publisher, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { FacebookCheckpoint } from './checkpoint.ts'
import { readCheckpoint } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { createFinalCalls } from './final-calls.ts'
import { kindOf } from './kinds.ts'
import type { UploadDependencies } from './uploads.ts'
import { refuseOld, uploadPhoto, uploadReel, uploadVideoPart } from './uploads.ts'

interface PublisherOptions extends UploadDependencies {
  readonly api: GraphApi
  readonly clock: Clock
}

/** Publishes to pages of Facebook: media are uploaded unseen, then one call makes the post. */
export function createFacebookPublisher(dependencies: PublisherOptions): Publisher<'facebook'> {
  const { api, clock } = dependencies
  const finalCalls = createFinalCalls({ api, clock })
  return {
    async prepare(item, recorded, options) {
      const checkpoint = readCheckpoint(recorded)
      refuseOld(clock, checkpoint)
      const next = await upload(item, checkpoint, options)
      if (next) return { status: 'continue', checkpoint: { ...checkpoint, ...next } }
      return ready(checkpoint)
    },
    publish: (item, recorded, options) => finalCalls.publish({ item, checkpoint: readCheckpoint(recorded), options }),
    poll: (item, recorded, options) => finalCalls.poll({ item, checkpoint: readCheckpoint(recorded), options }),
    lookUp: (item, recorded, { sentAt, ...options }) =>
      finalCalls.lookUp({ item, checkpoint: readCheckpoint(recorded), options }, sentAt),
    async comment(item, platformPostId, options) {
      const kind = kindOf(item)
      if (kind === 'photo_story' || kind === 'video_story') {
        throw new PlatformError('never', 'A story on Facebook takes no comments.')
      }
      const form = { message: item.firstComment ?? '' }
      const path = PATHS.comments(platformPostId)
      const answer = await api.send({ method: 'POST', path, form }, options)
      if (isGood(answer)) return
      throw api.errors.toRefusal(answer) ?? new Error(`Facebook answered ${answer.status} to a comment`)
    },
  }

  /** One upload; undefined: nothing is left to be uploaded. */
  async function upload(
    item: PublishableItem<'facebook'>,
    checkpoint: FacebookCheckpoint,
    options: StepOptions,
  ): Promise<Partial<FacebookCheckpoint> | undefined> {
    const { photos, video } = checkpoint
    const pageId = options.connection.platformAccountId
    const kind = kindOf(item)
    if (kind === 'feed' || kind === 'photo_story') {
      const medium = item.media[photos.length]
      return medium && { photos: [...photos, await uploadPhoto(dependencies, { medium, options })] }
    }
    const [medium] = item.media
    if (!medium) throw new PlatformError('never', 'Facebook takes no such post without a video.')
    if (video?.sent) return undefined
    const path = kind === 'reel' ? PATHS.reels(pageId) : PATHS.videoStories(pageId)
    const step = { medium, video, options }
    return {
      video:
        kind === 'video'
          ? await uploadVideoPart(dependencies, step)
          : await uploadReel(dependencies, { ...step, path }),
    }
  }

  function ready(checkpoint: FacebookCheckpoint): Prepared {
    const ready_at = checkpoint.ready_at ?? clock.now().toISOString()
    return { status: 'ready', checkpoint: { ...checkpoint, ready_at } }
  }
}
