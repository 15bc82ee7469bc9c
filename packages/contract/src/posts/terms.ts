import { z } from 'zod'
import { boundedText } from '../common/text.ts'
import type { Platform } from '../platforms/index.ts'
import { facebookOptions } from './facebook-options.ts'
import { instagramOptions } from './instagram-options.ts'
import { tiktokOptions } from './tiktok-options.ts'
import { youtubeOptions } from './youtube-options.ts'
import { linkedinOptions } from './linkedin-options.ts'

/** Bounds of posts: what a draft may hold. What a platform takes is narrower, and preflight says it. */
export const POST_LIMITS = {
  /** At most one of each post type for each connection. */
  items: 12,
  /** TikTok takes the most pictures in one post. */
  mediaPerItem: 35,
  /** Facebook takes the longest text. In Unicode code points. */
  content: 63_206,
  /** In Unicode code points. */
  title: 500,
  /** LinkedIn takes the longest. In Unicode code points. */
  altText: 4086,
  /** What follows an item in the same thread. */
  threadParts: 24,
  /** YouTube takes the longest. In Unicode code points. */
  firstComment: 10_000,
  /** How late in a video its cover can be: YouTube takes the longest videos. In seconds. */
  coverSeconds: 12 * 3600,
  /** How far ahead a post can be scheduled, in days. */
  scheduleDays: 60,
  /** How long an item waits for a quota of its platform, in hours. */
  limitHours: 24,
} as const

const MEBIBYTE = 1024 * 1024

/** What is kept of posts, live and sandbox ones apart. */
export const POST_STORAGE_LIMITS = {
  /** Drafts and scheduled posts of a workspace. */
  unpublishedPerWorkspace: 5000,
  /** Bytes of an account's posts that cost nothing: drafts, scheduled and failed ones, and all of the sandbox. */
  bytesPerAccount: 256 * MEBIBYTE,
  /** What an item counts beyond its texts, in bytes. */
  bytesPerItem: 1024,
  /** How long a post of the sandbox is kept after it has ended, in days. */
  sandboxDays: 90,
} as const

export const postStatusSchema = z.enum(['draft', 'scheduled', 'publishing', 'published', 'failed']).meta({
  id: 'PostStatus',
  description:
    '`draft`: can be changed. `scheduled`: is published at `scheduled_at`. `publishing`: its items are being posted. `published`: at least one item was posted. `failed`: none was.',
})

export const postOutcomeSchema = z.enum(['all', 'partial', 'none']).meta({
  id: 'PostOutcome',
  description: 'Whether all, some or none of the items were posted.',
})

export const postItemStatusSchema = z.enum(['draft', 'posting', 'posted', 'failed']).meta({
  id: 'PostItemStatus',
  description: 'The status of an item.',
})

export const onLimitSchema = z.enum(['wait', 'fail']).meta({
  id: 'OnLimit',
  description:
    'What becomes of an item when a quota of its platform is used up. `wait`: it waits for the reset, up to 24 hours. `fail`: it fails at once. No attempt is counted before.',
})

export type OnLimit = z.output<typeof onLimitSchema>

const choice = (description: string) => z.boolean().optional().meta({ description })

const commonOptions = {
  ai_generated: choice(
    'Marks the media as made by AI, on platforms that support it; preflight warns where one does not. @default false',
  ),
}

/** The options of each platform. In a request those of all platforms stand in one object. */
export const PLATFORM_OPTIONS = {
  facebook: z.object({ ...commonOptions, ...facebookOptions }),
  instagram: z.object({
    ...commonOptions,
    share_to_feed: choice('Instagram: whether a reel is also shown in the feed. @default true'),
    alt_text: boundedText({ max: POST_LIMITS.altText }).optional().meta({
      description:
        'Instagram: a description of the first picture for people who cannot see it: the same as its `alt_text` in `media`.',
    }),
    ...instagramOptions,
  }),
  linkedin: z.object({
    ...commonOptions,
    ...linkedinOptions,
  }),
  tiktok: z.object({
    ...commonOptions,
    ...tiktokOptions,
  }),
  x: z.object({
    ...commonOptions,
    reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional().meta({
      description:
        'X: who can reply: accounts that it follows, mentioned accounts, its subscribers, or verified accounts. Default: everybody.',
    }),
  }),
  youtube: z.object({ ...commonOptions, ...youtubeOptions }),
} satisfies Record<Platform, z.ZodObject>

const { facebook, instagram, linkedin, tiktok, x, youtube } = PLATFORM_OPTIONS
const postOptions = {
  ...tiktok.shape,
  ...youtube.shape,
  ...instagram.shape,
  ...linkedin.shape,
  ...facebook.shape,
  ...x.shape,
}

/** As callers send it. */
export const postOptionsInputSchema = z.object(postOptions).meta({
  id: 'PostOptionsInput',
  description: "Options of the platform. Options of other platforms than the item's are ignored.",
})

/** As the server answers it. */
export const postOptionsSchema = z.object(postOptions).meta({
  id: 'PostOptions',
  description: 'The options the item is posted with.',
})

type OptionsByPlatform = { [Name in Platform]: z.output<(typeof PLATFORM_OPTIONS)[Name]> }

/** The options of one platform, as they are kept. */
export type PlatformOptions<Name extends Platform> = OptionsByPlatform[Name]
export type PostItemStatus = z.output<typeof postItemStatusSchema>
export type PostOptions = z.output<typeof postOptionsSchema>
export type PostOutcome = z.output<typeof postOutcomeSchema>
export type PostStatus = z.output<typeof postStatusSchema>
