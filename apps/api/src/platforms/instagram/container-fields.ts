import type { PostMedium, PublishableItem } from '../port.ts'

type Item = PublishableItem<'instagram'>
type Form = Record<string, string>

/** How the bytes of a container come to Instagram: it fetches them, or they are sent. */
export type Delivery = 'fetched' | 'sent'

/** How a medium comes to Instagram: pictures can only be fetched. */
export function deliveryOf({ type }: PostMedium, takesUploads: boolean): Delivery {
  return type === 'video' && takesUploads ? 'sent' : 'fetched'
}

export function isCarousel({ media }: Pick<Item, 'media'>): boolean {
  return media.length > 1
}

/**
 * What a container is made of, in the fields of
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/media
 */
export function toChildFields(item: Item, index: number, delivery: Delivery): Form {
  const medium = item.media[index]
  if (!medium) throw new Error(`There is no medium ${index}`)
  return {
    ...toSource(medium, delivery),
    ...(medium.type === 'video' && { media_type: 'VIDEO' }),
    is_carousel_item: 'true',
    ...toAltText(item, medium, index),
    ...toUserTags(item, medium, index),
  }
}

export function toCarouselFields(item: Item, children: readonly string[]): Form {
  return { media_type: 'CAROUSEL', children: children.join(','), ...toCaption(item), ...toPostFields(item) }
}

/** Of a post of one medium. */
export function toSingleFields(item: Item, delivery: Delivery): Form {
  const [medium] = item.media
  if (!medium) throw new Error('There is no medium')
  const source = toSource(medium, delivery)
  const tags = toUserTags(item, medium, 0)
  if (item.postType === 'instagram-story') return { media_type: 'STORIES', ...source, ...tags, ...toAiFlag(item) }
  const shared = { ...source, ...tags, ...toCaption(item), ...toPostFields(item) }
  if (medium.type === 'image') return { ...shared, ...toAltText(item, medium, 0) }
  return { media_type: 'REELS', ...shared, ...toReelFields(item, medium) }
}

function toSource(medium: PostMedium, delivery: Delivery): Form {
  if (delivery === 'sent') return { upload_type: 'resumable' }
  return { [medium.type === 'image' ? 'image_url' : 'video_url']: medium.publicUrl() }
}

function toReelFields({ postType, options }: Item, { cover }: PostMedium): Form {
  // A video of the feed is a reel that the feed shows, and nothing else of reels.
  if (postType === 'instagram-feed') return { share_to_feed: 'true' }
  const { share_to_feed = true, audio_name, trial_params } = options
  return {
    share_to_feed: String(share_to_feed),
    ...(cover && toCover(cover)),
    ...(audio_name !== undefined && { audio_name }),
    ...(trial_params && { trial_params: JSON.stringify(trial_params) }),
  }
}

function toCover(cover: NonNullable<PostMedium['cover']>): Form {
  if ('picture' in cover) return { cover_url: cover.picture.publicUrl() }
  return { thumb_offset: String(Math.round(cover.seconds * 1000)) }
}

function toCaption({ content }: Item): Form {
  return content === '' ? {} : { caption: content }
}

/** Of a post as a whole: of the carousel alone, not of what is in it. */
function toPostFields(item: Item): Form {
  const { collaborators = [], location_id } = item.options
  return {
    ...(collaborators.length > 0 && { collaborators: JSON.stringify(collaborators) }),
    ...(location_id !== undefined && { location_id }),
    ...toAiFlag(item),
  }
}

function toAiFlag({ options }: Item): Form {
  return options.ai_generated === true ? { is_ai_generated: 'true' } : {}
}

/** Instagram takes alt texts of pictures alone. */
function toAltText({ options }: Item, { type, altText }: PostMedium, index: number): Form {
  const text = altText ?? (index === 0 ? options.alt_text : undefined)
  return type === 'image' && text !== undefined && text !== '' ? { alt_text: text } : {}
}

/** A place counts on pictures alone. */
function toUserTags({ options }: Item, { type }: PostMedium, index: number): Form {
  const tags = (options.user_tags ?? [])
    .filter(({ media_index = 0 }) => media_index === index)
    .map(({ username, x, y }) => ({
      username,
      ...(type === 'image' && x !== undefined && y !== undefined && { x, y }),
    }))
  return tags.length > 0 ? { user_tags: JSON.stringify(tags) } : {}
}
