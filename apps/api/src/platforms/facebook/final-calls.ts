import type { OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { GraphApi } from '../meta/index.ts'
import { idSchema, isGood, readJson } from '../meta/index.ts'
import type { LookedUp, PlatformError, PublishableItem, Published, StepOptions } from '../port.ts'
import { PlatformError as Refusal } from '../port.ts'
import type { FacebookCheckpoint } from './checkpoint.ts'
import { DUPLICATE_CODE } from './error-rules.ts'
import { toFinalRequest } from './final-request.ts'
import { kindOf } from './kinds.ts'
import { PROCESSING_SECONDS } from './limits.ts'
import { findSamePosts, findStory } from './look-up.ts'
import type { VideoState } from './video-status.ts'
import { readVideo } from './video-status.ts'
import { storySchema } from './wire.ts'

interface Step {
  readonly item: PublishableItem<'facebook'>
  readonly checkpoint: FacebookCheckpoint
  readonly options: StepOptions
}

/** How far back an identical post is looked for when Facebook says that there is one. */
const DUPLICATE_WINDOW_MS = 24 * 3600_000

const NO_PREVIEW = 'Facebook shows a preview of a link only in a post without media: the option `link` was left out.'

/** The call that people see the effect of, and what becomes of it. */
export function createFinalCalls({ api, clock }: { readonly api: GraphApi; readonly clock: Clock }) {
  return {
    async publish(step: Step): Promise<Published> {
      const answer = await api.send(toFinalRequest(step.item, step.checkpoint, step.options), step.options)
      if (isGood(answer)) return toPublished(step, answer)
      const refusal = api.errors.toRefusal(answer)
      if (!refusal) throw new Error(`Facebook answered ${answer.status} to a post`)
      return explainRefusal(step, refusal)
    },
    poll: pollVideo,
    lookUp,
  }

  async function lookUp(step: Step, sentAt: Date): Promise<LookedUp> {
    const { item, checkpoint, options } = step
    switch (kindOf(item)) {
      case 'feed': {
        const same = await findSamePosts({ api, clock }, { item, checkpoint, since: sentAt, options })
        if (!same) return { status: 'unknown' }
        const [newest] = same.posts
        return newest ? posted(newest.id, step) : { status: 'not_posted' }
      }
      case 'photo_story': {
        const [photo] = checkpoint.photos
        if (!photo) return { status: 'unknown' }
        const postId = await findStory({ api, clock }, photo.id, options)
        return postId === undefined ? { status: 'not_posted' } : posted(postId, step)
      }
      default:
        return lookUpVideo(step)
    }
  }

  /** A video can be finished once: a second final call for the same one doubles nothing. */
  async function lookUpVideo(step: Step): Promise<LookedUp> {
    const { video } = step.checkpoint
    if (!video) return { status: 'unknown' }
    const state = await readVideo(api, video.id, step.options)
    return toProgress(step, state) ?? { status: 'not_posted' }
  }

  async function pollVideo(step: Step): Promise<Published> {
    const { video } = step.checkpoint
    const state = await readVideo(api, video?.id ?? '', step.options)
    if (state.isBroken) {
      const message =
        'Facebook could not process the video: it may be damaged, or in a format that Facebook does not accept.'
      throw new Refusal('never', message, { platformError: 'video error' })
    }
    return toProgress(step, state) ?? processing(step)
  }

  function toProgress(step: Step, { isPublished, isAtWork }: VideoState): Published | undefined {
    if (isPublished) return posted(step.checkpoint.video?.id ?? '', step)
    return isAtWork ? processing(step) : undefined
  }

  /** A refusal may be of a call whose effect is there already: of an earlier one whose answer was lost. */
  async function explainRefusal(step: Step, refusal: PlatformError): Promise<Published> {
    const { item, checkpoint, options } = step
    if (refusal.failure !== 'never') throw refusal
    const couldNotSee = (cause: unknown): never => {
      throw new Error('Facebook refused a post, and could not be asked whether it has it', { cause })
    }
    if (checkpoint.video) {
      const state = await readVideo(api, checkpoint.video.id, options).catch(couldNotSee)
      const progress = toProgress(step, state)
      if (progress) return progress
    } else if (kindOf(item) === 'feed' && refusal.platformError?.split('/')[0] === DUPLICATE_CODE) {
      const since = new Date(clock.now().getTime() - DUPLICATE_WINDOW_MS)
      const same = await findSamePosts({ api, clock }, { item, checkpoint, since, options }).catch(couldNotSee)
      const readyAt = checkpoint.ready_at === undefined ? clock.now() : new Date(checkpoint.ready_at)
      const ours = same?.posts.find((post) => same.isSince(post, readyAt))
      if (ours) return posted(ours.id, step)
      if (!same) throw new Error('Facebook has this text already, and does not show where')
    }
    throw refusal
  }
}

/** What cannot be read was posted, perhaps: it is thrown as it is, and looked up. */
function toPublished(step: Step, answer: OutboundAnswer): Published {
  switch (kindOf(step.item)) {
    case 'feed':
      return posted(idSchema.parse(readJson(answer)).id, step)
    case 'photo_story':
      return posted(storySchema.parse(readJson(answer)).post_id, step)
    default:
      return processing(step)
  }
}

function processing({ checkpoint }: Step): Published {
  return { status: 'processing', checkpoint, seconds: PROCESSING_SECONDS }
}

function posted(platformPostId: string, { item, options }: Step): Published {
  const platformUrl = addressOf(item, platformPostId, options.connection.platformAccountId)
  const isLinkLeftOut = item.options.link !== undefined && item.media.length > 0
  return {
    status: 'posted',
    platformPostId,
    ...(platformUrl !== undefined && { platformUrl }),
    ...(isLinkLeftOut && { warnings: [NO_PREVIEW] }),
  }
}

/** Where people see it. A story has no address of its own. */
function addressOf(item: PublishableItem<'facebook'>, id: string, pageId: string): string | undefined {
  switch (kindOf(item)) {
    case 'feed':
      return `https://www.facebook.com/${id}`
    case 'video':
      return `https://www.facebook.com/${pageId}/videos/${id}`
    case 'reel':
      return `https://www.facebook.com/reel/${id}`
    default:
      return undefined
  }
}
