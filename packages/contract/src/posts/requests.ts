import { z } from 'zod'
import { givenId } from '../common/ids.ts'
import { boundedText } from '../common/text.ts'
import { postTypeSchema } from '../content/schemas.ts'
import { POST_LIMITS, postOptionsInputSchema } from './terms.ts'

const generationIdSchema = givenId(
  'A completed generation of this workspace. Content and titles that are not given are filled from its captions.',
)

export const postItemInputSchema = z
  .object({
    post_type: postTypeSchema,
    content: boundedText({ max: POST_LIMITS.content }).optional().meta({
      description: 'The text as it is posted, hashtags inside. Needed without a generation. A story shows none.',
    }),
    title: boundedText({ max: POST_LIMITS.title })
      .optional()
      .meta({ description: "YouTube needs one; it is filled from the generation. TikTok's photos may have one." }),
    media_ids: z
      .array(givenId('The `media_id` of a picture or video in this workspace.'))
      .max(POST_LIMITS.mediaPerItem, { error: `must have at most ${POST_LIMITS.mediaPerItem} items` })
      .optional()
      .meta({ description: 'What is posted with it, in this order. Which media a platform takes, preflight says.' }),
    connection_id: givenId(
      'Where it is posted. Needed only where a workspace has several for the platform.',
    ).optional(),
    options: postOptionsInputSchema.optional(),
  })
  .meta({ id: 'PostItemInput', description: 'What is to be posted in one place.' })

const itemsSchema = z
  .array(postItemInputSchema)
  .min(1, { error: 'must have at least 1 item' })
  .max(POST_LIMITS.items, { error: `must have at most ${POST_LIMITS.items} items` })
  .refine((items) => new Set(items.map(({ post_type }) => post_type)).size === items.length, {
    error: 'must have at most one item of each post type',
  })
  .meta({ description: 'What is posted where: at most one of each post type.' })

export const createPostRequestSchema = z
  .object({ generation_id: generationIdSchema.optional(), items: itemsSchema })
  .meta({ id: 'CreatePostRequest', description: 'A new draft.' })

export const updatePostRequestSchema = z
  .object({ items: itemsSchema })
  .meta({ id: 'UpdatePostRequest', description: "What a draft's items are from now on: all of them." })

export const preflightPostRequestSchema = z
  .object({
    post_id: givenId('A draft of this workspace. Instead of `items`.').optional(),
    generation_id: generationIdSchema.optional(),
    items: itemsSchema.optional(),
  })
  .refine(({ post_id, items }) => (post_id === undefined) !== (items === undefined), {
    error: 'is required when there is no post_id, and not allowed beside one',
    path: ['items'],
  })
  .meta({
    id: 'PreflightPostRequest',
    description: 'A draft by its id, or what would be one.',
    oneOf: [{ required: ['post_id'] }, { required: ['items'] }],
  })

export const schedulePostRequestSchema = z
  .object({
    scheduled_at: z.iso.datetime({ offset: true, error: 'must be a time as 2026-11-22T18:00:00Z' }).meta({
      description: `When it is published: in the future, and at most ${POST_LIMITS.scheduleDays} days ahead.`,
      examples: ['2026-12-24T18:00:00Z'],
    }),
  })
  .meta({ id: 'SchedulePostRequest', description: 'When to publish a draft, or a scheduled post instead.' })

export const retryPostItemRequestSchema = z
  .object({
    not_posted: z.boolean().optional().meta({
      description:
        'That somebody looked and the platform does not have it. Needed when the item failed with OUTCOME_UNKNOWN: it would be posted twice if it were there.',
    }),
  })
  .meta({ id: 'RetryPostItemRequest', description: 'How to try a failed item again.' })

export type CreatePostRequest = z.output<typeof createPostRequestSchema>
export type PostItemInput = z.output<typeof postItemInputSchema>
export type PreflightPostRequest = z.output<typeof preflightPostRequestSchema>
export type RetryPostItemRequest = z.output<typeof retryPostItemRequestSchema>
export type SchedulePostRequest = z.output<typeof schedulePostRequestSchema>
export type UpdatePostRequest = z.output<typeof updatePostRequestSchema>
