import { z } from 'zod'

const level = z.enum(['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'FOLLOWER_OF_CREATOR', 'SELF_ONLY'])

/** What `init` takes, and nothing else: https://developers.tiktok.com/doc/content-posting-api-reference-direct-post (November 2026). */
const sourceSchema = z.strictObject({
  source: z.literal('FILE_UPLOAD'),
  video_size: z.int().positive(),
  chunk_size: z.int().positive(),
  total_chunk_count: z.int().min(1).max(1000),
})

export const videoSchema = z.strictObject({
  post_info: z.strictObject({
    title: z.string().min(1).max(2200).optional(),
    privacy_level: level,
    disable_duet: z.boolean(),
    disable_stitch: z.boolean(),
    disable_comment: z.boolean(),
    video_cover_timestamp_ms: z.int().nonnegative().optional(),
    brand_content_toggle: z.boolean(),
    brand_organic_toggle: z.boolean(),
    is_aigc: z.boolean().optional(),
  }),
  source_info: sourceSchema,
})

/** https://developers.tiktok.com/doc/content-posting-api-reference-upload-video */
export const inboxVideoSchema = z.strictObject({ source_info: sourceSchema })

const photoSource = z.strictObject({
  source: z.literal('PULL_FROM_URL'),
  photo_cover_index: z.int().nonnegative(),
  photo_images: z
    .array(z.url({ protocol: /^https?$/ }))
    .min(1)
    .max(35),
})

const photoTexts = { title: z.string().min(1).max(90).optional(), description: z.string().min(1).max(4000).optional() }

/** https://developers.tiktok.com/doc/content-posting-api-reference-photo-post */
export const photoSchema = z.discriminatedUnion('post_mode', [
  z.strictObject({
    media_type: z.literal('PHOTO'),
    post_mode: z.literal('DIRECT_POST'),
    post_info: z.strictObject({
      ...photoTexts,
      privacy_level: level,
      disable_comment: z.boolean(),
      auto_add_music: z.boolean().optional(),
      brand_content_toggle: z.boolean(),
      brand_organic_toggle: z.boolean(),
    }),
    source_info: photoSource,
  }),
  z.strictObject({
    media_type: z.literal('PHOTO'),
    post_mode: z.literal('MEDIA_UPLOAD'),
    post_info: z.strictObject(photoTexts),
    source_info: photoSource,
  }),
])

export type VideoSource = z.output<typeof sourceSchema>
