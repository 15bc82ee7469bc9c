import type { PublishableItem } from '../port.ts'

type Item = PublishableItem<'youtube'>

/** Which parts of a video are set, and answered: https://developers.google.com/youtube/data/reference/rest/v3/videos/insert */
const VIDEO_PARTS = 'snippet,status'

/** Who can see an item's video: what its owner chose, or was shown as chosen. */
export function privacyOf({ options }: Pick<Item, 'options'>): NonNullable<Item['options']['privacy_status']> {
  // Items that were stored before there was a choice to show.
  return options.privacy_status ?? (options.publish_at === undefined ? 'public' : 'private')
}

/** What YouTube gets about an item's video, without the file. */
export function toVideoFields(item: Item): object {
  const { title, content, options } = item
  const {
    tags = [],
    category_id,
    language,
    made_for_kids = false,
    ai_generated,
    license,
    embeddable,
    publish_at,
  } = options
  return {
    snippet: {
      title,
      description: content,
      ...(tags.length > 0 && { tags }),
      ...(category_id !== undefined && { categoryId: category_id }),
      ...(language !== undefined && { defaultLanguage: language, defaultAudioLanguage: language }),
    },
    status: {
      privacyStatus: privacyOf(item),
      selfDeclaredMadeForKids: made_for_kids,
      ...(ai_generated !== undefined && { containsSyntheticMedia: ai_generated }),
      ...(license !== undefined && { license }),
      ...(embeddable !== undefined && { embeddable }),
      ...(publish_at !== undefined && { publishAt: new Date(publish_at).toISOString() }),
    },
  }
}

/** What of an item is said in the address. */
export function toVideoQuery({ options }: Item): Record<string, string> {
  const { notify_subscribers } = options
  return {
    uploadType: 'resumable',
    part: VIDEO_PARTS,
    ...(notify_subscribers !== undefined && { notifySubscribers: String(notify_subscribers) }),
  }
}
