/** The platforms captions are written for, in the order they are documented. */
export const PLATFORMS = ['instagram', 'tiktok', 'youtube', 'x', 'facebook', 'linkedin'] as const

export type Platform = (typeof PLATFORMS)[number]

/** What a caller can ask content for, in the order it is documented. */
export const POST_TYPES = [
  'instagram-feed',
  'instagram-reel',
  'instagram-story',
  'tiktok-video',
  'tiktok-photos',
  'youtube-video',
  'youtube-short',
  'x-post',
  'facebook-post',
  'facebook-reel',
  'facebook-story',
  'linkedin-post',
] as const

export type PostType = (typeof POST_TYPES)[number]

/** The platform each post type is published on. */
export const PLATFORM_OF_POST_TYPE = {
  'instagram-feed': 'instagram',
  'instagram-reel': 'instagram',
  'instagram-story': 'instagram',
  'tiktok-video': 'tiktok',
  'tiktok-photos': 'tiktok',
  'youtube-video': 'youtube',
  'youtube-short': 'youtube',
  'x-post': 'x',
  'facebook-post': 'facebook',
  'facebook-reel': 'facebook',
  'facebook-story': 'facebook',
  'linkedin-post': 'linkedin',
} as const satisfies Record<PostType, Platform>

type PostTypesByPlatform = {
  [Name in Platform]: {
    [Type in PostType]: (typeof PLATFORM_OF_POST_TYPE)[Type] extends Name ? Type : never
  }[PostType]
}

/** The post types of a platform. */
export type PostTypeOf<Name extends Platform> = PostTypesByPlatform[Name]

/**
 * The unique platforms of some post types, in the order they were first asked for.
 *
 * Several post types of one platform share one caption, so this is also what a generation is priced by.
 */
export function platformsOf(postTypes: readonly PostType[]): Platform[] {
  return [...new Set(postTypes.map((postType) => PLATFORM_OF_POST_TYPE[postType]))]
}
