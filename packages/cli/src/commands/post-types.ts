import type { Platform, PostType } from '@powerpost/client'
import { usageError } from '../errors/cli-error.ts'

interface Choice {
  readonly platform: Platform
  /** What is asked for when the platform alone is named. */
  readonly usual?: true
}

/** Every post type and its platform. */
const POST_TYPES: Readonly<Record<PostType, Choice>> = {
  'instagram-feed': { platform: 'instagram', usual: true },
  'instagram-reel': { platform: 'instagram' },
  'instagram-story': { platform: 'instagram' },
  'tiktok-video': { platform: 'tiktok', usual: true },
  'tiktok-photos': { platform: 'tiktok' },
  'youtube-video': { platform: 'youtube', usual: true },
  'youtube-short': { platform: 'youtube' },
  'x-post': { platform: 'x', usual: true },
  'facebook-post': { platform: 'facebook', usual: true },
  'facebook-reel': { platform: 'facebook' },
  'facebook-story': { platform: 'facebook' },
  'linkedin-post': { platform: 'linkedin', usual: true },
}

const NAMES = Object.keys(POST_TYPES) as PostType[]

/** Every platform, in its documented order. */
export const PLATFORMS: readonly Platform[] = [...new Set(NAMES.map((name) => POST_TYPES[name].platform))]

/** The post type that a platform or a post type, as people write it, stands for. */
export function readPostType(name: string): PostType {
  const wanted = name.toLowerCase()
  const found = NAMES.find(
    (postType) => postType === wanted || (POST_TYPES[postType].usual && POST_TYPES[postType].platform === wanted),
  )
  if (found) return found
  throw usageError(
    `"${name}" is not a platform.`,
    `Platforms: ${PLATFORMS.join(', ')}. Or a post type: ${NAMES.join(', ')}.`,
  )
}

/** The same for several. */
export function readPostTypes(names: readonly string[]): PostType[] {
  return names.map(readPostType)
}

/** Platforms by their names. */
export function readPlatforms(names: readonly string[]): Platform[] {
  return names.map((name) => {
    const found = PLATFORMS.find((platform) => platform === name.toLowerCase())
    if (found) return found
    throw usageError(`"${name}" is not a platform.`, `Platforms: ${PLATFORMS.join(', ')}.`)
  })
}
