import type { PublishableItem, StepOptions } from '../port.ts'
import type { AccountApi } from './api.ts'
import { isCarousel } from './container-fields.ts'
import { PATHS } from './endpoints.ts'
import { LIMITS } from './limits.ts'
import type { ListedMedia } from './wire.ts'
import { mediaListSchema } from './wire.ts'

interface Search {
  readonly item: PublishableItem<'instagram'>
  /** By Instagram's clock: an older post is another. */
  readonly since: Date
  /** Whether one of the same second may be it: Instagram shows times in seconds. */
  readonly isSameSecondOurs: boolean
}

/** What the account's list says. */
export type FoundPost = { readonly post: ListedMedia } | 'not there' | 'too many to read'

/**
 * Looks in the account's media for the post of an item.
 *
 * @throws PlatformError when the list cannot be read
 */
export async function findPost(
  { api, account }: AccountApi,
  { item, since, isSameSecondOurs }: Search,
  options: StepOptions,
): Promise<FoundPost> {
  const isStory = item.postType === 'instagram-story'
  const path = isStory ? PATHS.stories(account) : PATHS.media(account)
  const sinceMs = Math.floor(since.getTime() / 1000) * 1000 + (isSameSecondOurs ? 0 : 1)
  let after: string | undefined
  let oldest: ListedMedia | undefined
  for (let page = 0; page < LIMITS.pages; page += 1) {
    const query = {
      fields: 'id,caption,media_type,timestamp,permalink',
      limit: String(LIMITS.mediaPerPage),
      ...(after !== undefined && { after }),
    }
    const { data, paging } = await api.ask(mediaListSchema, { method: 'GET', path, query }, options)
    // Newest first. Of several that are alike, the oldest since then is the likeliest.
    oldest = data.findLast((media) => timeOf(media) >= sinceMs && isAlike(media, item)) ?? oldest
    const last = data.at(-1)
    after = paging?.next === undefined ? undefined : paging.cursors?.after
    if (!last || after === undefined || timeOf(last) < sinceMs) return oldest ? { post: oldest } : 'not there'
  }
  return oldest ? { post: oldest } : 'too many to read'
}

function timeOf({ timestamp }: ListedMedia): number {
  return Date.parse(timestamp)
}

function isAlike(media: ListedMedia, item: PublishableItem<'instagram'>): boolean {
  const isSameType = media.media_type === undefined || media.media_type === mediaTypeOf(item)
  if (item.postType === 'instagram-story') return isSameType
  return isSameType && normalize(media.caption) === normalize(item.content)
}

function mediaTypeOf(item: PublishableItem<'instagram'>): string {
  if (isCarousel(item)) return 'CAROUSEL_ALBUM'
  return item.media[0]?.type === 'video' ? 'VIDEO' : 'IMAGE'
}

/**
 * Who may not manage an account is shown its captions without the `@`, and spaces fall together:
 * https://developers.facebook.com/documentation/instagram-platform/reference/instagram-media
 */
function normalize(text: string): string {
  return text.normalize('NFC').replaceAll('@', '').replaceAll(/\s+/g, ' ').trim()
}
