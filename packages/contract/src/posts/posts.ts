import { z } from 'zod'
import { credits, madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { itemWarningsShape, warningsShape } from '../common/warnings.ts'
import { platformSchema, postTypeSchema } from '../content/schemas.ts'
import { fitSchema, itemRenditionSchema } from '../media/renditions.ts'
import { postMediumSchema } from './media.ts'
import { threadPartSchema } from './thread.ts'
import { onLimitSchema, postItemStatusSchema, postOptionsSchema, postOutcomeSchema, postStatusSchema } from './terms.ts'

export const postErrorSchema = z
  .object({
    code: z.enum(['PUBLISH_FAILED', 'OUTCOME_UNKNOWN', 'API_VERSION_ENDED']).meta({
      description:
        '`PUBLISH_FAILED`: the platform did not accept it. `OUTCOME_UNKNOWN`: the platform may have it. `API_VERSION_ENDED`: nothing was sent, because the platform no longer accepts the version of its API that this server is set to.',
    }),
    message: z.string().meta({ description: 'Why it failed and how to fix it, as text.' }),
    action: z.enum(['retry', 'reconnect', 'change', 'check']).meta({
      description:
        '`retry`: retry the item. `reconnect`: reconnect the account, then retry; or retry with another `connection_id`. `change`: the platform rejects it as it is. `check`: with `OUTCOME_UNKNOWN`, check whether the platform has it, then retry with `not_posted`; with `API_VERSION_ENDED`, ask the operator to change the setting that the message names, then retry.',
    }),
    platform_error: z
      .string()
      .optional()
      .meta({ description: "The platform's own error message. Absent when it sent none." }),
  })
  .meta({ id: 'PostError', description: 'Why an item was not posted. It is not charged.' })

export const postItemSchema = z
  .object({
    item_id: madeId('Unique id of the item.'),
    post_type: postTypeSchema,
    platform: platformSchema,
    content: z.string().meta({ description: 'The text as it is posted.' }),
    title: z.string().optional().meta({ description: 'Absent when there is none.' }),
    media_ids: z.array(z.string()).meta({ description: 'The media to post, in this order.' }),
    media: z
      .array(postMediumSchema)
      .meta({ description: 'The same with what is said about each: its alt text, focus and cover.' }),
    thread: z
      .array(threadPartSchema)
      .optional()
      .meta({ description: 'What follows in the same thread. Absent when there is nothing.' }),
    fit: fitSchema,
    rendition: itemRenditionSchema.optional().meta({
      description: 'From publishing on, if renditions of its media are posted instead of the files themselves.',
    }),
    first_comment: z
      .string()
      .optional()
      .meta({ description: 'The comment of the account itself below the post. Absent when there is none.' }),
    connection_id: madeId(
      'The connection it is posted to: the given one, or the one chosen when the post was scheduled or published. Absent until then.',
    ).optional(),
    platform_account_name: z
      .string()
      .optional()
      .meta({
        description: 'The platform account it is posted to, also when its connection was deleted since.',
        examples: ['@powerpost'],
      }),
    options: postOptionsSchema.optional(),
    scheduled_at: timestamp('When it is posted, if at another time than the post.').optional(),
    on_limit: onLimitSchema,
    status: postItemStatusSchema,
    platform_post_id: z.string().optional().meta({
      description:
        "The platform's id of the post. Absent until the platform gives it: some do some time after it is posted.",
    }),
    platform_url: z
      .url()
      .optional()
      .meta({ description: 'The public address of the post. Absent until the platform gives it.' }),
    posted_at: timestamp('When it was posted. Absent until then.').optional(),
    attempts: z.int().nonnegative().meta({ description: 'How many times posting was attempted.' }),
    error: postErrorSchema.optional().meta({ description: 'Present when the status is `failed`.' }),
    ...itemWarningsShape,
  })
  .meta({ id: 'PostItem', description: 'What is posted as one post type.' })

export const postSchema = z
  .object({
    post_id: madeId('Unique id of the post.'),
    status: postStatusSchema,
    outcome: postOutcomeSchema.optional().meta({ description: 'Absent until the post is `published` or `failed`.' }),
    generation_id: madeId('The generation it was created from. Absent when there was none.').optional(),
    credits_used: credits('Credits charged for publishing so far. 0 for a draft.'),
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) made.' }),
    created_by: createdBySchema,
    created_at: timestamp('When it was created.'),
    updated_at: timestamp('When it was last updated.'),
    scheduled_at: timestamp('When it is published. Present from `scheduled` on.').optional(),
    queue_id: madeId('The queue whose slot it has, or was published at. Absent when it is in none.').optional(),
    published_at: timestamp('When publishing ended. Absent until then, and when no item was posted.').optional(),
    items: z.array(postItemSchema).meta({ description: 'The items of the post, in the given order.' }),
    ...warningsShape,
  })
  .meta({ id: 'Post', description: 'A post: a draft, or a scheduled or published post.' })

export const postPageSchema = pageOf('PostPage', 'A page of posts.', postSchema)

export const listPostsQuerySchema = z.object({
  status: postStatusSchema.optional().meta({ description: 'Only posts of this status.' }),
  ...pageQuery,
})

export const publishPostResponseSchema = z
  .object({
    post_id: madeId('The post.'),
    status: z.literal('publishing').meta({ description: 'Always `publishing`.' }),
    credits_used: credits('Credits deducted now. The credits of items that are not posted are refunded at the end.'),
    remaining_credits: credits('The balance after the deduction.'),
    status_url: z.string().meta({
      description: 'Where to poll for the result, relative to the server.',
      examples: ['/api/v1/posts/0199a1b2-0000-7000-8000-000000000031'],
    }),
    ...warningsShape,
  })
  .meta({ id: 'PublishPostResponse', description: 'Publishing was started.' })

export const postPathSchema = z.object({ id: pathId('The `post_id`.') })

export const postItemPathSchema = z.object({ id: pathId('The `post_id`.'), item_id: pathId('The `item_id`.') })

export type ListPostsQuery = z.output<typeof listPostsQuerySchema>
export type Post = z.output<typeof postSchema>
export type PostError = z.output<typeof postErrorSchema>
export type PostItem = z.output<typeof postItemSchema>
export type PostPage = z.output<typeof postPageSchema>
export type PublishPostResponse = z.output<typeof publishPostResponseSchema>
