import { z } from 'zod'
import { allOf, noneOf, refusing } from '../common/field-rules.ts'
import { givenId } from '../common/ids.ts'
import { boundedText } from '../common/text.ts'
import { fitSchema } from '../media/renditions.ts'
import { postTypeSchema } from '../content/schemas.ts'
import { itemMediaShape, refuseDisagreement } from './item-media.ts'
import { onLimitSchema, POST_LIMITS, postOptionsInputSchema } from './terms.ts'
import { timeSchema } from './schedule.ts'
import { threadPartInputSchema } from './thread.ts'

const generationIdSchema = givenId(
  'A completed generation of this workspace. Missing content and titles are filled from its captions.',
)

export const postItemInputSchema = z
  .object({
    post_type: postTypeSchema,
    content: boundedText({ max: POST_LIMITS.content }).optional().meta({
      description: 'The text as it is posted, hashtags included. Required without a generation. A story shows no text.',
    }),
    title: boundedText({ max: POST_LIMITS.title }).optional().meta({
      description: 'Required on YouTube, where it is filled from the generation. Optional for TikTok photos.',
    }),
    ...itemMediaShape,
    thread: z
      .array(threadPartInputSchema)
      .max(POST_LIMITS.threadParts, { error: `must have at most ${POST_LIMITS.threadParts} items` })
      .optional()
      .meta({
        description:
          'What follows in the same thread, each as a reply to the one before. For X: preflight tells where a platform takes none.',
      }),
    first_comment: boundedText({ max: POST_LIMITS.firstComment }).optional().meta({
      description:
        'A comment of the account itself, posted once below the post. If it cannot be posted, the item stays posted and has a warning. Preflight tells where a platform takes none.',
    }),
    connection_id: givenId(
      'The connection to post to. Required if the workspace has several for the platform, and on each item of a post type that the post has several items of. Otherwise it is chosen when the post is scheduled or published.',
    ).optional(),
    fit: fitSchema.optional().meta({
      description: 'How its media are made to fit the platform. Preflight tells what is changed. @default auto',
    }),
    scheduled_at: timeSchema(
      'When to post it, if at another time than the post. It holds when the post is scheduled or published; what is past is posted at once.',
    ).optional(),
    on_limit: onLimitSchema.optional(),
    options: postOptionsInputSchema.optional(),
  })
  .superRefine(refuseDisagreement)
  .meta({ id: 'PostItemInput', description: 'What to post as one post type.' })

const itemsSchema = z
  .array(postItemInputSchema)
  .min(1, { error: 'must have at least 1 item' })
  .max(POST_LIMITS.items, { error: `must have at most ${POST_LIMITS.items} items` })
  .superRefine((items, { addIssue }) => {
    for (const { index, message } of findAmbiguousItems(items)) {
      addIssue({ code: 'custom', path: [index, 'connection_id'], message })
    }
  })
  .meta({ description: 'The items of the post: at most one of each post type for each connection.' })

interface AmbiguousItem {
  readonly index: number
  readonly message: string
}

/** Items of which it is not said that they go to different accounts, though they have the same post type. */
function findAmbiguousItems(items: readonly z.output<typeof postItemInputSchema>[]): AmbiguousItem[] {
  const placed = items.map((item, index) => ({ index, type: item.post_type, id: item.connection_id?.toLowerCase() }))
  return placed.flatMap(({ index, type, id }) => {
    const others = placed.filter((other) => other.type === type && other.index !== index)
    if (others.length === 0) return []
    if (id === undefined) return [{ index, message: `is required: the post has several items of ${type}` }]
    const same = others.find((other) => other.id === id && other.index < index)
    return same
      ? [{ index, message: `must be another than that of items[${same.index}], which has the same post type` }]
      : []
  })
}

export const createPostRequestSchema = z
  .object({ generation_id: generationIdSchema.optional(), items: itemsSchema })
  .meta({ id: 'CreatePostRequest', description: 'A new draft.' })

export const updatePostRequestSchema = z
  .object({ items: itemsSchema })
  .meta({ id: 'UpdatePostRequest', description: 'The new items of a draft. They replace all existing ones.' })

export const preflightPostRequestSchema = z
  .object({
    post_id: givenId('A draft of this workspace. Instead of `items`.').optional(),
    generation_id: generationIdSchema.optional(),
    items: itemsSchema.optional(),
  })
  .refine(({ post_id, items }) => (post_id === undefined) !== (items === undefined), {
    error: 'is required without post_id, and not allowed together with it',
    path: ['items'],
  })
  .meta({
    id: 'PreflightPostRequest',
    description: 'Either a draft by its `post_id`, or the `items` of a draft that does not exist yet.',
    ...refusing(noneOf('post_id', 'items'), allOf('post_id', 'items')),
  })

export const retryPostItemRequestSchema = z
  .object({
    connection_id: givenId(
      'Another connection to post to, of the same platform. Default: the one of the item. Posting then starts from the beginning.',
    ).optional(),
    not_posted: z.boolean().optional().meta({
      description:
        'Confirms that you checked and the platform does not have the item. Required when it failed with OUTCOME_UNKNOWN: otherwise it could be posted twice.',
    }),
  })
  .meta({ id: 'RetryPostItemRequest', description: 'How to retry a failed item.' })

export type CreatePostRequest = z.output<typeof createPostRequestSchema>
export type PostItemInput = z.output<typeof postItemInputSchema>
export type PreflightPostRequest = z.output<typeof preflightPostRequestSchema>
export type RetryPostItemRequest = z.output<typeof retryPostItemRequestSchema>
export type UpdatePostRequest = z.output<typeof updatePostRequestSchema>
