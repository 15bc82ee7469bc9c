import type { PublishableItem } from '../port.ts'
import type { ChunkPlan } from './chunks.ts'

type Item = PublishableItem<'tiktok'>

export type Mode = 'direct' | 'inbox'

export function modeOf({ options }: Pick<Item, 'options'>): Mode {
  return options.mode ?? 'direct'
}

export function isPhotos({ postType }: Pick<Item, 'postType'>): boolean {
  return postType === 'tiktok-photos'
}

/**
 * The body of a video: https://developers.tiktok.com/doc/content-posting-api-reference-direct-post. For the inbox TikTok takes the file alone:
 * https://developers.tiktok.com/doc/content-posting-api-reference-upload-video
 */
export function toVideoInit(item: Item, { size, chunkSize, count }: ChunkPlan): object {
  const source_info = { source: 'FILE_UPLOAD', video_size: size, chunk_size: chunkSize, total_chunk_count: count }
  if (modeOf(item) === 'inbox') return { source_info }
  const { ai_generated, allow_duet, allow_stitch } = item.options
  const [video] = item.media
  const cover = video?.cover && 'seconds' in video.cover ? video.cover.seconds : undefined
  return {
    post_info: {
      ...(item.content !== '' && { title: item.content }),
      ...toShared(item),
      disable_duet: allow_duet !== true,
      disable_stitch: allow_stitch !== true,
      ...(cover !== undefined && { video_cover_timestamp_ms: Math.round(cover * 1000) }),
      ...(ai_generated === true && { is_aigc: true }),
    },
    source_info,
  }
}

/** The body of photos: https://developers.tiktok.com/doc/content-posting-api-reference-photo-post */
export function toPhotoInit(item: Item): object {
  const { title, content, media, options } = item
  const isDirect = modeOf(item) === 'direct'
  const { photo_cover_index = 0, auto_add_music } = options
  return {
    media_type: 'PHOTO',
    post_mode: isDirect ? 'DIRECT_POST' : 'MEDIA_UPLOAD',
    post_info: {
      ...(title !== undefined && { title }),
      ...(content !== '' && { description: content }),
      ...(isDirect && toShared(item)),
      ...(isDirect && auto_add_music !== undefined && { auto_add_music }),
    },
    source_info: {
      source: 'PULL_FROM_URL',
      photo_cover_index,
      photo_images: media.map((medium) => medium.publicUrl()),
    },
  }
}

/** Nothing is chosen here for a person: preflight refuses an item of which these are not given. What is not given all the same is switched off. */
function toShared({ options }: Item): object {
  const { privacy_level, allow_comment, brand_content_toggle = false, brand_organic_toggle = false } = options
  return { privacy_level, disable_comment: allow_comment !== true, brand_content_toggle, brand_organic_toggle }
}
