import type { Platform } from './post-types.ts'

/** Lists that a platform keeps for each account, by their names in `GET /connections/{id}/choices/{name}`. */
export const CHOICE_NAMES = ['categories', 'creator_info', 'organizations', 'playlists'] as const

export type ChoiceName = (typeof CHOICE_NAMES)[number]

/** Which of them each platform has. */
export const PLATFORM_CHOICES: Readonly<Record<Platform, readonly ChoiceName[]>> = {
  instagram: [],
  tiktok: ['creator_info'],
  youtube: ['categories', 'playlists'],
  x: [],
  facebook: [],
  linkedin: ['organizations'],
}
