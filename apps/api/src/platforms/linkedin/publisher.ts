import type { Clock } from '#shared/clock.ts'
import type { Checkpoint, Prepared, PublishableItem, Published, Publisher, PublishError, StepOptions } from '../port.ts'
import type { LinkedInApi } from './api.ts'
import { authorOf, isOrganization } from './author.ts'
import type { LinkedInCheckpoint } from './checkpoint.ts'
import { readCheckpoint } from './checkpoint.ts'
import { toContent } from './content.ts'
import { PATHS } from './endpoints.ts'
import { isDuplicate, toRefusal } from './errors.ts'
import { toLittleText } from './little-text.ts'
import { findSamePosts } from './look-up.ts'
import { isGood } from './read-json.ts'
import { uploadStep } from './upload.ts'

interface PublisherOptions {
  readonly api: LinkedInApi
  readonly clock: Clock
  readonly version: string
}

/** LinkedIn knows the same content again for so long (third parties). Milliseconds. */
const DUPLICATE_WINDOW_MS = 48 * 3600_000

/** Publishes on LinkedIn: files are uploaded one after the other, then one call makes the post. */
export function createLinkedInPublisher(dependencies: PublisherOptions): Publisher<'linkedin'> {
  const { api, clock } = dependencies
  return {
    async prepare(item, recorded, options) {
      const checkpoint = readCheckpoint(recorded)
      const { assets } = checkpoint
      const at = item.media.findIndex((_, index) => assets[index]?.state !== 'done')
      const medium = item.media[at]
      if (!medium) return ready(checkpoint)
      const { asset, waitSeconds } = await uploadStep(dependencies, { medium, asset: assets[at], options })
      const next = { ...checkpoint, assets: assets[at] ? assets.with(at, asset) : [...assets, asset] }
      return waitSeconds === undefined
        ? { status: 'continue', checkpoint: next }
        : { status: 'wait', checkpoint: next, seconds: waitSeconds }
    },
    async publish(item, recorded, options) {
      const checkpoint = readCheckpoint(recorded)
      const json = toPost(item, checkpoint, options)
      const answer = await api.send({ method: 'POST', path: PATHS.posts, json }, options)
      if (isGood(answer)) {
        const urn = answer.headers['x-restli-id'] ?? ''
        // Posted, perhaps: it is looked up where it can be.
        if (!urn.startsWith('urn:li:')) throw new Error('LinkedIn answered to a post without its id')
        return posted(urn)
      }
      const refusal = toRefusal(answer, dependencies)
      if (!refusal) throw new Error(`LinkedIn answered ${answer.status} to a post`)
      if (isDuplicate(refusal)) return explainDuplicate(refusal, { item, checkpoint, options })
      throw refusal
    },
    async lookUp(item, recorded, options) {
      const checkpoint = readCheckpoint(recorded)
      const same = await findSamePosts(dependencies, { item, checkpoint, since: options.sentAt, options })
      if (!same) return { status: 'unknown' }
      const [newest] = same.posts
      return newest ? posted(newest.id) : { status: 'not_posted' }
    },
    /** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api */
    async comment({ firstComment: text = '' }, platformPostId, options) {
      const json = { actor: authorOf(options.connection), object: platformPostId, message: { text } }
      const answer = await api.send({ method: 'POST', path: PATHS.comments(platformPostId), json }, options)
      if (isGood(answer)) return
      throw toRefusal(answer, dependencies) ?? new Error(`LinkedIn answered ${answer.status} to a comment`)
    },
  }

  function ready(checkpoint: LinkedInCheckpoint): Prepared {
    const ready_at = checkpoint.ready_at ?? clock.now().toISOString()
    return { status: 'ready', checkpoint: { ...checkpoint, ready_at } satisfies Checkpoint }
  }

  interface Refused {
    readonly item: PublishableItem<'linkedin'>
    readonly checkpoint: LinkedInCheckpoint
    readonly options: StepOptions
  }

  /**
   * LinkedIn has this already: of an earlier call whose answer was lost, or of somebody else's before. An organization's posts tell; a
   * member's cannot be read.
   */
  async function explainDuplicate(refusal: PublishError, { item, checkpoint, options }: Refused): Promise<Published> {
    if (!isOrganization(options.connection)) throw refusal
    const since = new Date(clock.now().getTime() - DUPLICATE_WINDOW_MS)
    const same = await findSamePosts(dependencies, { item, checkpoint, since, options }).catch((cause: unknown) => {
      throw new Error('LinkedIn has this post already, and its posts could not be read', { cause })
    })
    const readyAt = checkpoint.ready_at === undefined ? clock.now() : new Date(checkpoint.ready_at)
    const ours = same?.posts.find((post) => same.isSince(post, readyAt))
    if (ours) return posted(ours.id)
    throw refusal
  }
}

function toPost(item: PublishableItem<'linkedin'>, { assets }: LinkedInCheckpoint, options: StepOptions): object {
  const { visibility = 'PUBLIC', disable_reshare = false, mentions } = item.options
  const content = toContent(
    item,
    assets.map(({ urn }) => urn),
  )
  return {
    author: authorOf(options.connection),
    commentary: toLittleText(item.content, mentions),
    visibility,
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    ...(content && { content }),
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: disable_reshare,
  }
}

function posted(urn: string): Published {
  return { status: 'posted', platformPostId: urn, platformUrl: `https://www.linkedin.com/feed/update/${urn}` }
}
