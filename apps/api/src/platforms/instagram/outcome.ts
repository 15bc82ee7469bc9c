import type { PublishableItem, Published, StepOptions } from '../port.ts'
import type { AccountApi } from './api.ts'
import type { InstagramCheckpoint } from './checkpoint.ts'
import { askContainer } from './containers.ts'
import { findPost } from './find-post.ts'
import type { ListedMedia } from './wire.ts'

interface Subject {
  readonly item: PublishableItem<'instagram'>
  readonly checkpoint: InstagramCheckpoint
}

/** What became of a final call. */
export type Outcome =
  | { readonly status: 'posted'; readonly published: Published }
  /** It surely is there, but the list does not show it. */
  | { readonly status: 'published' }
  /** It surely is not there. */
  | { readonly status: 'not_posted' }
  | { readonly status: 'unknown' }

/**
 * Finds out what became of a final call: the container tells whether it took, and the account's media which post it is. The media
 * are looked at whatever the container says: it may lag.
 *
 * @throws PlatformError when Instagram cannot be asked
 */
export async function askOutcome(
  accountApi: AccountApi,
  { item, checkpoint }: Subject,
  options: StepOptions,
): Promise<Outcome> {
  const { parent, ready_at } = checkpoint
  if (!parent || ready_at === undefined) return { status: 'unknown' }
  const { status_code } = (await askContainer(accountApi, parent.id, options)).status
  const isPublished = status_code === 'PUBLISHED'
  const search = { item, since: new Date(ready_at), isSameSecondOurs: isPublished }
  const found = await findPost(accountApi, search, options)
  if (typeof found === 'object') return { status: 'posted', published: toPosted(found.post) }
  if (isPublished) return { status: 'published' }
  return { status: found === 'not there' && status_code !== 'IN_PROGRESS' ? 'not_posted' : 'unknown' }
}

function toPosted({ id, permalink }: ListedMedia): Published {
  return { status: 'posted', platformPostId: id, ...(permalink !== undefined && { platformUrl: permalink }) }
}
