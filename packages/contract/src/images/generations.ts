import { z } from 'zod'
import { credits, madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { warningsShape } from '../common/warnings.ts'
import { generationStatusSchema, postTypeSchema } from '../content/schemas.ts'
import { jobErrorOf } from '../errors/index.ts'
import { imageModelSchema, imageSizeSchema } from './requests.ts'

export const imageModeSchema = z.enum(['text', 'reference', 'post']).meta({
  id: 'ImageMode',
  description:
    'What is drawn from: a prompt, a prompt in the look of `style_images`, or the caption of a generation. Determined by the fields in the request.',
})

export const imageGeneratorSchema = z
  .object({
    model: z.string().meta({ description: 'The model that generated the images.', examples: ['built-in'] }),
    built_in: z
      .boolean()
      .meta({ description: 'Whether it is the built-in model, which needs no API key and renders text cards.' }),
  })
  .meta({ id: 'ImageGenerator', description: 'Which model generated the images.' })

export const generatedImageSchema = z
  .object({
    media_id: madeId('The permanent id of the file. Pass it in `media_ids`.'),
    url: z.url().meta({ description: 'Link to the file, valid for 7 days.' }),
    thumbnail_url: z.url().meta({ description: 'Link to a thumbnail, valid for 7 days.' }),
    width: z.int().positive().meta({ description: 'In pixels.' }),
    height: z.int().positive().meta({ description: 'In pixels.' }),
  })
  .meta({ id: 'GeneratedImage', description: 'A generated image, stored as a media file of the workspace.' })

const imageGenerationFields = {
  image_generation_id: madeId('Unique id of the image generation.'),
  status: generationStatusSchema,
  prompt: z.string().optional().meta({ description: 'As it was sent. Absent when only a generation was given.' }),
  prompt_used: z
    .string()
    .optional()
    .meta({ description: 'The rewritten prompt that was used instead of `prompt`. Absent when it was not rewritten.' }),
  prompt_enhancement: z.enum(['enhanced', 'unavailable', 'failed']).optional().meta({
    description:
      'The result of `enhance_prompt`. `enhanced`: the prompt was rewritten, see `prompt_used`. `unavailable`: used unchanged, because no text model is configured or the built-in image model is used. `failed`: used unchanged, because the text model failed. Absent when it was not requested, and until it is decided.',
  }),
  mode: imageModeSchema,
  size: imageSizeSchema,
  quantity: z.int().positive().meta({ description: 'How many images were requested.' }),
  model: imageModelSchema,
  generation_id: madeId('The generation whose caption the images illustrate. Absent in other modes.').optional(),
  source_post_type: postTypeSchema
    .optional()
    .meta({ description: 'The post type whose caption the images illustrate. Absent in other modes.' }),
  credits_used: credits('Credits deducted at the start. The credits of failed images are refunded.'),
  livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) started.' }),
  created_by: createdBySchema,
  created_at: timestamp('When it was accepted.'),
  completed_at: timestamp('When it ended, `completed` or `failed`. Absent until then.').optional(),
  generator: imageGeneratorSchema.optional().meta({ description: 'Absent until the first image is ready.' }),
}

export const imageGenerationSummarySchema = z
  .object(imageGenerationFields)
  .meta({ id: 'ImageGenerationSummary', description: 'An image generation in a list, without its images.' })

const imageGenerationErrorSchema = jobErrorOf(['IMAGE_GENERATION_FAILED']).meta({
  id: 'ImageGenerationError',
  description: 'Why some or all images failed. The credits of the failed images were refunded.',
})

export const imageRegenerationSchema = z
  .object({
    status: z.enum(['processing', 'completed', 'failed']).meta({ description: 'The current status.' }),
    positions: z
      .array(z.int().nonnegative())
      .meta({ description: 'The positions of the images that are regenerated; the first is 0.' }),
    prompt: z.string().optional().meta({ description: 'The new prompt. Absent when none was given.' }),
    credits_used: credits('Credits deducted. Those of images that fail are refunded.'),
    credits_refunded: credits(
      'Credits refunded, for failed images or for what was not done. Absent when there were none.',
    ).optional(),
    ...warningsShape,
    created_at: timestamp('When it was accepted.'),
    completed_at: timestamp('When it ended. Absent until then.').optional(),
    error: imageGenerationErrorSchema
      .optional()
      .meta({ description: 'Present when it failed: images that failed are unchanged.' }),
  })
  .meta({ id: 'ImageRegeneration', description: 'A regeneration of some of the images.' })

export const imageGenerationSchema = z
  .object({
    ...imageGenerationFields,
    images: z.array(generatedImageSchema).meta({
      description:
        'The finished images, in order: all of them when the status is `completed`, the successful ones when it is `failed`. An image whose file was deleted is not listed.',
    }),
    regeneration: imageRegenerationSchema
      .optional()
      .meta({ description: 'The last regeneration of images. Absent when there was none.' }),
    credits_refunded: credits(
      'Credits refunded, for failed images or for what was not done. Absent when there were none.',
    ).optional(),
    ...warningsShape,
    error: imageGenerationErrorSchema.optional().meta({ description: 'Present when the status is `failed`.' }),
  })
  .meta({ id: 'ImageGeneration', description: 'An image generation and its result.' })

export const listImageGenerationsQuerySchema = z.object({
  status: generationStatusSchema.optional().meta({ description: 'Only image generations of this status.' }),
  ...pageQuery,
})

export const imageGenerationPageSchema = pageOf(
  'ImageGenerationPage',
  'A page of image generations.',
  imageGenerationSummarySchema,
)

export const imageGenerationPathSchema = z.object({ id: pathId('The `image_generation_id`.') })

export type ImageRegeneration = z.output<typeof imageRegenerationSchema>
export type ImageMode = z.output<typeof imageModeSchema>
export type ImageGenerator = z.output<typeof imageGeneratorSchema>
export type GeneratedImage = z.output<typeof generatedImageSchema>
export type PromptEnhancement = NonNullable<z.output<typeof imageGenerationSchema>['prompt_enhancement']>
export type ImageGenerationSummary = z.output<typeof imageGenerationSummarySchema>
export type ImageGeneration = z.output<typeof imageGenerationSchema>
export type ListImageGenerationsQuery = z.output<typeof listImageGenerationsQuerySchema>
export type ImageGenerationPage = z.output<typeof imageGenerationPageSchema>
