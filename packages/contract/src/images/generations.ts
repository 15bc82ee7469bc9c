import { z } from 'zod'
import { credits, madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { generationStatusSchema, postTypeSchema } from '../content/schemas.ts'
import { jobErrorOf } from '../errors/index.ts'
import { imageModelSchema, imageSizeSchema } from './requests.ts'

export const imageModeSchema = z.enum(['text', 'reference', 'post']).meta({
  id: 'ImageMode',
  description:
    'What is drawn from: a prompt, a prompt in the look of `style_images`, or the caption of a generation. It follows from the fields that were given.',
})

export const imageGeneratorSchema = z
  .object({
    model: z.string().meta({ description: 'The model that drew.', examples: ['built-in'] }),
    built_in: z.boolean().meta({ description: 'Whether that is the drawer that needs no key, and draws cards.' }),
  })
  .meta({ id: 'ImageGenerator', description: 'What drew the images.' })

export const generatedImageSchema = z
  .object({
    media_id: madeId('Its id, for good: give it as one of `media_ids`.'),
    url: z.url().meta({ description: 'Where the file is for 7 days.' }),
    thumbnail_url: z.url().meta({ description: 'Where a small picture of it is for 7 days.' }),
    width: z.int().positive().meta({ description: 'In pixels.' }),
    height: z.int().positive().meta({ description: 'In pixels.' }),
  })
  .meta({ id: 'GeneratedImage', description: 'An image that was drawn, a file of the workspace.' })

const imageGenerationFields = {
  image_generation_id: madeId('Unique id of the image generation.'),
  status: generationStatusSchema,
  prompt: z.string().optional().meta({ description: 'As it was sent. Absent when only a generation was given.' }),
  prompt_used: z
    .string()
    .optional()
    .meta({ description: 'What was drawn by instead of `prompt`. Absent unless it was rewritten.' }),
  prompt_enhancement: z.enum(['enhanced', 'unavailable', 'failed']).optional().meta({
    description:
      'What came of `enhance_prompt`: `enhanced` into `prompt_used`; or the prompt was drawn by as it is, since no text model is set up or the built-in drawer draws (`unavailable`), or it could not be asked (`failed`). Absent when it was not asked for, and until it is decided.',
  }),
  mode: imageModeSchema,
  size: imageSizeSchema,
  quantity: z.int().positive().meta({ description: 'How many images were asked for.' }),
  model: imageModelSchema,
  generation_id: madeId('The generation whose caption is illustrated. Absent in other modes.').optional(),
  source_post_type: postTypeSchema
    .optional()
    .meta({ description: 'Whose caption of the generation is illustrated. Absent in other modes.' }),
  credits_used: credits('Credits deducted at the start. Those of images that failed were given back.'),
  livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) started.' }),
  created_at: timestamp('When it was accepted.'),
  completed_at: timestamp('When it ended, `completed` or `failed`. Absent until then.').optional(),
  generator: imageGeneratorSchema.optional().meta({ description: 'Absent until the first image was drawn.' }),
}

export const imageGenerationSummarySchema = z
  .object(imageGenerationFields)
  .meta({ id: 'ImageGenerationSummary', description: 'An image generation as lists show it, without its images.' })

const imageGenerationErrorSchema = jobErrorOf(['IMAGE_GENERATION_FAILED']).meta({
  id: 'ImageGenerationError',
  description: 'Why some or all of the images could not be drawn. The credits of what failed were given back.',
})

export const imageGenerationSchema = z
  .object({
    ...imageGenerationFields,
    images: z.array(generatedImageSchema).meta({
      description:
        'The images that are done, in their order: all of them once the status is `completed`, the good ones when it is `failed`. One whose file was deleted is no longer listed.',
    }),
    credits_refunded: credits('What was given back for images that failed. Absent unless it `failed`.').optional(),
    error: imageGenerationErrorSchema.optional().meta({ description: 'Present when the status is `failed`.' }),
  })
  .meta({ id: 'ImageGeneration', description: 'An image generation with what came of it.' })

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

export type ImageMode = z.output<typeof imageModeSchema>
export type ImageGenerator = z.output<typeof imageGeneratorSchema>
export type GeneratedImage = z.output<typeof generatedImageSchema>
export type PromptEnhancement = NonNullable<z.output<typeof imageGenerationSchema>['prompt_enhancement']>
export type ImageGenerationSummary = z.output<typeof imageGenerationSummarySchema>
export type ImageGeneration = z.output<typeof imageGenerationSchema>
export type ListImageGenerationsQuery = z.output<typeof listImageGenerationsQuerySchema>
export type ImageGenerationPage = z.output<typeof imageGenerationPageSchema>
