import type { PublishableItem } from '../port.ts'

/**
 * How an item is published: each goes another way.
 *
 * - `feed`: a text, a link, or photos that were uploaded before, in one post.
 * - `video`: a video in a post, uploaded part by part.
 * - `reel`, `video_story`: uploaded at the upload host, then finished.
 * - `photo_story`: a photo that was uploaded before.
 */
export type Kind = 'feed' | 'video' | 'reel' | 'photo_story' | 'video_story'

export function kindOf({ postType, media }: PublishableItem<'facebook'>): Kind {
  const isVideo = media[0]?.type === 'video'
  switch (postType) {
    case 'facebook-post':
      return isVideo ? 'video' : 'feed'
    case 'facebook-reel':
      return 'reel'
    case 'facebook-story':
      return isVideo ? 'video_story' : 'photo_story'
  }
}
