import { z } from 'zod'
import { boundedText } from '../common/text.ts'

/** Bounds of posts: what a draft may hold. What a platform takes is narrower, and preflight says it. */
export const POST_LIMITS = {
  /** One of each post type. */
  items: 12,
  /** TikTok takes the most pictures in one post. */
  mediaPerItem: 35,
  /** Facebook takes the longest text. In Unicode code points. */
  content: 63_206,
  /** In Unicode code points. */
  title: 500,
  /** In Unicode code points. */
  altText: 1000,
  /** On YouTube, all of them together. In Unicode code points. */
  tags: 500,
  /** How far ahead a post can be scheduled, in days. */
  scheduleDays: 60,
} as const

export const postStatusSchema = z.enum(['draft', 'scheduled', 'publishing', 'published', 'failed']).meta({
  id: 'PostStatus',
  description:
    '`draft`: it can be changed. `scheduled`: it is published at its time. `publishing`: its items are being posted. `published`: at least one was posted. `failed`: none was.',
})

export const postOutcomeSchema = z.enum(['all', 'partial', 'none']).meta({
  id: 'PostOutcome',
  description: 'How many of the items were posted.',
})

export const postItemStatusSchema = z.enum(['draft', 'posting', 'posted', 'failed']).meta({
  id: 'PostItemStatus',
  description: 'How far an item is.',
})

const choice = (description: string) => z.boolean().optional().meta({ description })

const postOptions = {
  ai_generated: choice('Tells the platform that the media were made by AI, where it can be told. @default false'),
  privacy_level: z
    .enum(['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY'])
    .optional()
    .meta({ description: 'TikTok: who may see it. TikTok wants a person to choose, so there is no default.' }),
  allow_comment: choice('TikTok: whether people may comment. @default false'),
  allow_duet: choice('TikTok: whether people may make duets with it. @default false'),
  allow_stitch: choice('TikTok: whether people may use parts of it. @default false'),
  privacy_status: z
    .enum(['public', 'unlisted', 'private'])
    .optional()
    .meta({ description: 'YouTube: who may see it. @default public' }),
  made_for_kids: choice('YouTube: whether it is made for children. @default false'),
  tags: z
    .array(boundedText({ min: 1, max: POST_LIMITS.tags }))
    .max(100, { error: 'must have at most 100 items' })
    .optional()
    .meta({ description: 'YouTube: keywords, 500 characters together.' }),
  share_to_feed: choice('Instagram: whether a reel is shown in the feed too. @default true'),
  alt_text: boundedText({ max: POST_LIMITS.altText })
    .optional()
    .meta({ description: 'Instagram: the picture in words, for those who cannot see it.' }),
  visibility: z
    .enum(['PUBLIC', 'CONNECTIONS'])
    .optional()
    .meta({ description: 'LinkedIn: who may see it. @default PUBLIC' }),
}

/** As callers send it. */
export const postOptionsInputSchema = z.object(postOptions).meta({
  id: 'PostOptionsInput',
  description: "What a platform wants to be told by a person. Options of other platforms than the item's are ignored.",
})

/** As the server answers it. */
export const postOptionsSchema = z.object(postOptions).meta({
  id: 'PostOptions',
  description: 'What the platform is told.',
})

export type PostItemStatus = z.output<typeof postItemStatusSchema>
export type PostOptions = z.output<typeof postOptionsSchema>
export type PostOutcome = z.output<typeof postOutcomeSchema>
export type PostStatus = z.output<typeof postStatusSchema>
