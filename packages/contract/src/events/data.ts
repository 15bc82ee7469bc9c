import { z } from 'zod'
import { madeId, timestamp } from '../common/ids.ts'
import { itemWarningsShape } from '../common/warnings.ts'
import { captionsSchema } from '../content/generations.ts'
import { platformSchema, postTypeSchema } from '../content/terms.ts'

// What events carry as `data`. What the API itself answers of the same thing may hold more.

const failure = {
  status: z.literal('failed').meta({ description: 'The credits were refunded.' }),
  error_code: z.string().meta({ description: 'Why it failed, as a code.', examples: ['GENERATION_FAILED'] }),
  error_message: z.string().meta({ description: 'Why it failed, as text.' }),
}

const completed = z.literal('completed').meta({ description: 'Everything was generated.' })

const pixels = (description: string) => z.int().positive().meta({ description })

const linkedMedia = {
  media_id: madeId('The permanent id of the file.'),
  url: z.url().meta({ description: 'Link to the file, valid for 7 days.' }),
  thumbnail_url: z.url().meta({ description: 'Link to a thumbnail, valid for 7 days.' }),
  width: pixels('In pixels.'),
  height: pixels('In pixels.'),
}

const generationId = madeId('The generation.')
const imageGenerationId = madeId('The image generation.')
const videoGenerationId = madeId('The video generation.')
const images = z.array(z.object(linkedMedia)).meta({ description: 'The generated images.' })

export const generationCompletedData = z.object({
  generation_id: generationId,
  status: completed,
  outputs: captionsSchema,
})

export const generationFailedData = z.object({ generation_id: generationId, ...failure })

export const imageGenerationCompletedData = z.object({
  image_generation_id: imageGenerationId,
  status: completed,
  images,
})

export const imageGenerationFailedData = z.object({ image_generation_id: imageGenerationId, ...failure, images })

export const generatedVideoSchema = z
  .object({ ...linkedMedia, duration: z.number().positive().meta({ description: 'In seconds.' }) })
  .meta({ id: 'GeneratedVideo', description: 'A generated video, stored as a media file of the workspace.' })

export type GeneratedVideo = z.output<typeof generatedVideoSchema>

export const videoGenerationCompletedData = z.object({
  video_generation_id: videoGenerationId,
  status: completed,
  video: generatedVideoSchema,
})

export const videoGenerationFailedData = z.object({ video_generation_id: videoGenerationId, ...failure })

const postItemSchema = z.object({
  item_id: madeId('The item.'),
  post_type: postTypeSchema,
  platform: platformSchema,
  status: z.enum(['draft', 'posting', 'posted', 'failed']).meta({ description: 'The current status.' }),
  platform_post_id: z
    .string()
    .optional()
    .meta({ description: "The platform's id of the post. Absent until the platform gives it." }),
  platform_url: z
    .url()
    .optional()
    .meta({ description: 'The public address of the post. Absent until the platform gives it.' }),
  error: z
    .object({
      code: z.string().meta({ description: 'Why it failed, as a code.' }),
      message: z.string().meta({ description: 'Why it failed, as text.' }),
      platform_error: z.string().optional().meta({ description: "The platform's own error message." }),
    })
    .optional()
    .meta({ description: 'Present when the status is `failed`.' }),
  ...itemWarningsShape,
})

function postData<Status extends string>(status: Status, description: string) {
  return {
    post_id: madeId('The post.'),
    status: z.literal(status).meta({ description }),
    items: z.array(postItemSchema).meta({ description: 'The items of the post.' }),
  }
}

export const postPublishedData = z.object(postData('published', 'At least one item was posted.'))

export const postFailedData = z.object(postData('failed', 'No item was posted.'))

export const postScheduledData = z.object({
  ...postData('scheduled', 'It is published at `scheduled_at`.'),
  scheduled_at: timestamp('When it is published.'),
})

export const postUpdatedData = z.object({
  post_id: madeId('The post.'),
  status: z
    .enum(['scheduled', 'publishing', 'published', 'failed'])
    .meta({ description: 'The status of the post. It did not change.' }),
  item_id: madeId('The item that changed: its platform gave its id and address, or refused it after it was posted.'),
  items: z.array(postItemSchema).meta({ description: 'The items of the post.' }),
})

export const connectionExpiredData = z.object({
  connection_id: madeId('The connection.'),
  platform: platformSchema,
  display_name: z.string().meta({ description: 'The name of the account on the platform.' }),
  status: z.literal('expired').meta({ description: 'Nothing can be published to it until it is reconnected.' }),
})

export const connectionExpiringData = z.object({
  connection_id: madeId('The connection.'),
  platform: platformSchema,
  display_name: z.string().meta({ description: 'The name of the account on the platform.' }),
  status: z.literal('expiring').meta({ description: 'A person must reconnect it before `expires_at`.' }),
  expires_at: timestamp('When it expires.'),
})

export const webhookTestData = z.object({
  endpoint_id: madeId('The endpoint that is tested.'),
  message: z.string().meta({ description: 'A short text.' }),
})
