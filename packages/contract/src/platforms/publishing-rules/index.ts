import type { PostType } from '../post-types.ts'
import { facebookPost, facebookReel, facebookStory } from './facebook.ts'
import { instagramFeed, instagramReel, instagramStory } from './instagram.ts'
import { linkedinPost } from './linkedin.ts'
import { tiktokPhotos, tiktokVideo } from './tiktok.ts'
import type { PublishingRules } from './types.ts'
import { xPost } from './x.ts'
import { youtubeShort, youtubeVideo } from './youtube.ts'

export type { Bounds, EncodingRules, FileRules, Listed, PublishingRules, Source } from './types.ts'

/** What the platforms publish, by post type: the one place where their figures stand. */
export const PUBLISHING_RULES: Record<PostType, PublishingRules> = {
  'instagram-feed': instagramFeed,
  'instagram-reel': instagramReel,
  'instagram-story': instagramStory,
  'tiktok-video': tiktokVideo,
  'tiktok-photos': tiktokPhotos,
  'youtube-video': youtubeVideo,
  'youtube-short': youtubeShort,
  'x-post': xPost,
  'facebook-post': facebookPost,
  'facebook-reel': facebookReel,
  'facebook-story': facebookStory,
  'linkedin-post': linkedinPost,
}
