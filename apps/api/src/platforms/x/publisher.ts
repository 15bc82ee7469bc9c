import type { Clock } from '#shared/clock.ts'
import type {
  OpenConnection,
  PlatformError,
  PublishableItem,
  Prepared,
  Published,
  Publisher,
  StepOptions,
} from '../port.ts'
import type { XApi } from './api.ts'
import { isGood } from './api.ts'
import type { XCheckpoint } from './checkpoint.ts'
import { readCheckpoint } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { isDuplicate, toRefusal } from './errors.ts'
import { findSamePosts } from './look-up.ts'
import { isReady, uploadStep } from './media-upload.ts'
import { readLimits } from './read-limits.ts'
import { readJson } from './read-json.ts'
import { postSchema } from './wire.ts'

interface PublisherOptions {
  readonly api: XApi
  readonly clock: Clock
  /** Of a segment of an upload. */
  readonly segmentBytes: number
}

/** How far back an identical post is looked for when X says that there is one. */
const DUPLICATE_WINDOW_MS = 24 * 3600_000

/** Publishes on X: the media are uploaded one after the other, then one call makes the post. */
export function createXPublisher({ api, clock, segmentBytes }: PublisherOptions): Publisher<'x'> {
  return {
    async prepare(item, recorded, options) {
      const checkpoint = readCheckpoint(recorded)
      const { uploads } = checkpoint
      const index = item.media.findIndex((medium, at) => !isReady(medium, uploads[at]))
      const medium = item.media[index]
      if (!medium) return ready(checkpoint)
      const { upload, waitSeconds } = await uploadStep(
        { api, clock, segmentBytes },
        { medium, upload: uploads[index], options },
      )
      const next = { uploads: [...uploads.slice(0, index), upload] }
      return waitSeconds === undefined
        ? { status: 'continue', checkpoint: next }
        : { status: 'wait', checkpoint: next, seconds: waitSeconds }
    },
    async publish(item, recorded, options) {
      const checkpoint = readCheckpoint(recorded)
      const answer = await api.send({ method: 'POST', path: PATHS.posts, json: toPost(item, checkpoint) }, options)
      options.reportLimits?.(readLimits(answer))
      // What cannot be read was posted, perhaps: it is thrown as it is, and looked up.
      if (isGood(answer)) return posted(postSchema.parse(readJson(answer)).data.id, options.connection)
      const refusal = toRefusal(answer, clock)
      if (!refusal) throw new Error(`X answered ${answer.status} to a post`)
      if (isDuplicate(refusal)) return explainDuplicate(refusal, { item, checkpoint, options })
      throw refusal
    },
    async comment({ firstComment: text = '' }, platformPostId, options) {
      const json = { text, reply: { in_reply_to_tweet_id: platformPostId } }
      const answer = await api.send({ method: 'POST', path: PATHS.posts, json }, options)
      options.reportLimits?.(readLimits(answer))
      if (isGood(answer)) return
      throw toRefusal(answer, clock) ?? new Error(`X answered ${answer.status} to a reply`)
    },
    async lookUp(item, _recorded, options) {
      const same = await findSamePosts({ api, clock }, { item, since: options.sentAt, options })
      if (!same) return { status: 'unknown' }
      const [newest] = same.posts
      return newest ? posted(newest.id, options.connection) : { status: 'not_posted' }
    },
  }

  function ready(checkpoint: XCheckpoint): Prepared {
    const ready_at = checkpoint.ready_at ?? clock.now().toISOString()
    return { status: 'ready', checkpoint: { ...checkpoint, ready_at } }
  }

  interface Refused {
    readonly item: PublishableItem<'x'>
    readonly checkpoint: XCheckpoint
    readonly options: StepOptions
  }

  /**
   * X has this text of the account's already: of a call of ours whose answer was lost, or of somebody else's before. The list
   * tells; where it does not, the outcome is unknown.
   */
  async function explainDuplicate(refusal: PlatformError, { item, checkpoint, options }: Refused): Promise<Published> {
    const since = new Date(clock.now().getTime() - DUPLICATE_WINDOW_MS)
    const same = await findSamePosts({ api, clock }, { item, since, options }).catch((cause: unknown) => {
      throw new Error('X has this text already, and the list of posts could not be read', { cause })
    })
    const readyAt = checkpoint.ready_at === undefined ? clock.now() : new Date(checkpoint.ready_at)
    const ours = same?.posts.find((post) => same.isSince(post, readyAt))
    if (ours) return posted(ours.id, options.connection)
    if (same && same.posts.length > 0) throw refusal
    throw new Error('X has this text already, and does not show where')
  }
}

function toPost({ content, options, replyTo }: PublishableItem<'x'>, { uploads }: XCheckpoint): object {
  const { ai_generated, reply_settings } = options
  return {
    text: content,
    ...(replyTo !== undefined && { reply: { in_reply_to_tweet_id: replyTo } }),
    // Who can reply is decided by the first post of a thread.
    ...(replyTo === undefined && reply_settings !== undefined && { reply_settings }),
    ...(uploads.length > 0 && { media: { media_ids: uploads.map(({ id }) => id) } }),
    ...(ai_generated === true && { made_with_ai: true }),
  }
}

function posted(id: string, { displayName }: OpenConnection): Published {
  return { status: 'posted', platformPostId: id, platformUrl: `https://x.com/${nameOf(displayName)}/status/${id}` }
}

/** X leads from any name to the post: `i` is nobody's. */
function nameOf(displayName: string): string {
  return /^@(\w{1,15})$/.exec(displayName)?.[1] ?? 'i'
}
