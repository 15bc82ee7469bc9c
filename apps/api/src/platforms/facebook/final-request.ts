import type { GraphRequest } from '../meta/index.ts'
import type { PublishableItem, StepOptions } from '../port.ts'
import type { FacebookCheckpoint } from './checkpoint.ts'
import { PATHS } from './endpoints.ts'
import { kindOf } from './kinds.ts'

/** The call that makes an item visible. */
export function toFinalRequest(
  item: PublishableItem<'facebook'>,
  { photos, video }: FacebookCheckpoint,
  { connection: { platformAccountId: pageId } }: StepOptions,
): GraphRequest {
  const { content, options, media } = item
  const method = 'POST'
  const place = options.location_id === undefined ? {} : { place: options.location_id }
  const description = content === '' ? {} : { description: content }
  const videoId = video?.id ?? ''
  switch (kindOf(item)) {
    case 'feed': {
      const attached = photos.map(({ id }, index) => [`attached_media[${index}]`, JSON.stringify({ media_fbid: id })])
      const link = options.link === undefined || media.length > 0 ? {} : { link: options.link }
      const message = content === '' ? {} : { message: content }
      return {
        method,
        path: PATHS.feed(pageId),
        form: { ...message, ...link, ...place, ...Object.fromEntries(attached) },
      }
    }
    case 'video': {
      const form = { upload_phase: 'finish', upload_session_id: video?.session ?? '', ...description, ...place }
      return { method, host: 'video', path: PATHS.videos(pageId), form }
    }
    case 'reel': {
      const form = { upload_phase: 'finish', video_id: videoId, video_state: 'PUBLISHED', ...description, ...place }
      return { method, path: PATHS.reels(pageId), form }
    }
    case 'photo_story':
      return { method, path: PATHS.photoStories(pageId), form: { photo_id: photos[0]?.id ?? '' } }
    case 'video_story':
      return { method, path: PATHS.videoStories(pageId), form: { upload_phase: 'finish', video_id: videoId } }
  }
}
