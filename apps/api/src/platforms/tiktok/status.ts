import type { Clock } from '#shared/clock.ts'
import type { PublishableItem, Published, StepOptions } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { TikTokApi } from './api.ts'
import type { TikTokCheckpoint } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { toFailedPost } from './errors.ts'
import { FOLLOW_SECONDS, pollAfter } from './limits.ts'
import { isPhotos, modeOf } from './post-info.ts'
import type { PublishStatus } from './wire.ts'
import { statusSchema } from './wire.ts'

/**
 * What TikTok says of what it was given.
 *
 * @throws PlatformError when it cannot be asked
 */
export async function askStatus(api: TikTokApi, publishId: string, options: StepOptions): Promise<PublishStatus> {
  return (await api.ask(statusSchema, { path: PATHS.status, json: { publish_id: publishId } }, options)).data
}

/**
 * The same where the post may be there already: that TikTok does not know the upload, or refuses the question, does not say that nothing was
 * posted, so it is no reason to begin again.
 *
 * @throws PlatformError `retry` or `reconnect`; anything else leaves it open
 */
export async function askOutcome(api: TikTokApi, publishId: string, options: StepOptions): Promise<PublishStatus> {
  try {
    return await askStatus(api, publishId, options)
  } catch (error) {
    if (!(error instanceof PlatformError) || error.failure === 'retry' || error.failure === 'reconnect') throw error
    throw new Error('TikTok does not say what became of the upload', { cause: error })
  }
}

interface Subject {
  readonly item: PublishableItem<'tiktok'>
  readonly checkpoint: TikTokCheckpoint
}

/**
 * What a status means for an item whose final call went.
 *
 * @throws PlatformError when TikTok refused it: nothing of it is posted
 */
export function toPublished(status: PublishStatus, { item, checkpoint }: Subject, clock: Clock): Published {
  switch (status.status) {
    case 'PUBLISH_COMPLETE':
    case 'SEND_TO_USER_INBOX':
      return toPosted(status, { item, checkpoint })
    case 'FAILED':
      throw toFailedPost(status.fail_reason, clock)
    default:
      return processing(checkpoint)
  }
}

/** TikTok works on it. */
export function processing(checkpoint: TikTokCheckpoint): Published {
  const polls = checkpoint.polls + 1
  return { status: 'processing', checkpoint: { ...checkpoint, polls }, seconds: pollAfter(checkpoint.polls) }
}

const IN_INBOX =
  'TikTok has put it into the inbox of the account: it is public only when a person has finished the post in the TikTok app.'

function toPosted(status: PublishStatus, { item, checkpoint }: Subject): Published {
  const { username, publish_id = '', warnings } = checkpoint
  const kind = isPhotos(item) ? 'photo' : 'video'
  const mode = modeOf(item)
  const id = readPostId(status)
  const said = mode === 'inbox' ? [...warnings, IN_INBOX] : warnings
  const shared = { status: 'posted' as const, ...(said.length > 0 && { warnings: said }) }
  if (id !== undefined) return { ...shared, platformPostId: id, ...toAddress({ id, username, kind }) }
  // TikTok gives ids of public posts alone. What is in the inbox may become one.
  const mayBePublic = mode === 'inbox' || item.options.privacy_level === 'PUBLIC_TO_EVERYONE'
  if (!mayBePublic) return shared
  return { ...shared, followUp: { checkpoint: { publish_id, username, kind, mode }, seconds: FOLLOW_SECONDS } }
}

/** The id of the public post. A creator can make several of one upload: the first one counts. */
export function readPostId(status: PublishStatus): string | undefined {
  const ids = status.publicaly_available_post_id ?? status.publicly_available_post_id ?? []
  return ids.find((id) => /^\d+$/.test(id) && id !== '0')
}

interface Post {
  readonly id: string
  readonly username: string
  readonly kind: 'video' | 'photo'
}

/** Without the name of the account there is no address. */
export function toAddress({ id, username, kind }: Post): { readonly platformUrl?: string } {
  if (!/^[\w.]{1,40}$/.test(username)) return {}
  return { platformUrl: `https://www.tiktok.com/@${username}/${kind}/${id}` }
}
