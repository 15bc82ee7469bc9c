import type { Platform, PostOptions } from '@powerpost/contract'

/** Which platform each option is for. */
const PLATFORM_OF_OPTION = {
  ai_generated: 'all',
  privacy_level: 'tiktok',
  allow_comment: 'tiktok',
  allow_duet: 'tiktok',
  allow_stitch: 'tiktok',
  privacy_status: 'youtube',
  made_for_kids: 'youtube',
  tags: 'youtube',
  share_to_feed: 'instagram',
  alt_text: 'instagram',
  visibility: 'linkedin',
} as const satisfies Record<keyof PostOptions, Platform | 'all'>

/** Those of some options that a platform wants to be told. */
export function optionsOfPlatform(options: PostOptions, platform: Platform): PostOptions {
  const wanted: ReadonlySet<Platform | 'all'> = new Set(['all', platform] as const)
  const kept = Object.entries(options).filter(([name]) => wanted.has(PLATFORM_OF_OPTION[name as keyof PostOptions]))
  return Object.fromEntries(kept)
}
