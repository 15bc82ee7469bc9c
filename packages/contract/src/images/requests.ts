import { z } from 'zod'
import { noneOf, refusing } from '../common/field-rules.ts'
import { credits, givenId, madeId } from '../common/ids.ts'
import { boundedText, NOT_BLANK } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'
import { postTypeSchema } from '../content/schemas.ts'
import type { ImageModelName, ImageModelRules } from './models.ts'
import {
  IMAGE_MODEL_NAMES,
  IMAGE_MODELS,
  IMAGE_SIZE_RATIOS,
  IMAGE_SIZES,
  MAX_IMAGE_QUANTITY,
  MAX_STYLE_IMAGES,
} from './models.ts'

/** Bound of an image's `prompt`, in Unicode code points. */
export const IMAGE_PROMPT_MAX_LENGTH = 2000

export const imageSizeSchema = z.enum(IMAGE_SIZES).meta({
  id: 'ImageSize',
  description: `The shape: ${IMAGE_SIZES.map((size) => `\`${size}\` ${IMAGE_SIZE_RATIOS[size]}`).join(', ')}.`,
})

export const imageModelSchema = z.enum(IMAGE_MODEL_NAMES).meta({
  id: 'ImageModel',
  description: `The image model, and the credits for one image: ${IMAGE_MODEL_NAMES.map(describeModel).join('; ')}.`,
})

function describeModel(name: ImageModelName): string {
  const { title, credits: each, sizes }: ImageModelRules = IMAGE_MODELS[name]
  const missing = IMAGE_SIZES.filter((size) => !sizes.includes(size))
  return `\`${name}\` ${title}, ${each}${missing.length > 0 ? `, not in ${missing.join(', ')}` : ''}`
}

/** What of a request decides whether its model can draw it. */
interface SizedRequest {
  readonly model: ImageModelName
  readonly size: (typeof IMAGE_SIZES)[number]
}

function goTogether({ model, size }: SizedRequest): boolean {
  const { sizes }: ImageModelRules = IMAGE_MODELS[model]
  return sizes.includes(size)
}

/** The same for the document: `model` is never its default where a rule forbids a size. */
const FORBIDDEN_PAIRS = IMAGE_MODEL_NAMES.flatMap((model) =>
  IMAGE_SIZES.filter((size) => !goTogether({ model, size })).map((size) => ({
    properties: { model: { const: model }, size: { const: size } },
    required: ['model', 'size'],
  })),
)

export const generateImagesRequestSchema = z
  .object({
    prompt: boundedText({
      min: 1,
      max: IMAGE_PROMPT_MAX_LENGTH,
      pattern: NOT_BLANK,
    })
      .optional()
      .meta({
        description:
          'What the image shows, at most 2000 characters. Required without a `generation_id`; with one it is added to the caption.',
        examples: ['Two coffees for the price of one'],
      }),
    size: imageSizeSchema.default('square'),
    quantity: z
      .int()
      .min(1, { error: 'must be at least 1' })
      .max(MAX_IMAGE_QUANTITY, { error: `must be at most ${MAX_IMAGE_QUANTITY}` })
      .default(1)
      .meta({ description: 'How many images, 1-4. Each one is different.' }),
    model: imageModelSchema.default('flux2-flex'),
    enhance_prompt: z.boolean().default(false).meta({
      description: 'Whether a text model may rewrite the prompt first. `prompt_used` shows the prompt that was used.',
    }),
    style_images: z
      .array(givenId('The `media_id` of an image in this workspace.'))
      .max(MAX_STYLE_IMAGES, { error: `must have at most ${MAX_STYLE_IMAGES} items` })
      .optional()
      .meta({
        description:
          'Reference images whose style the new images take on, at most 4. An empty list is the same as no list.',
      }),
    generation_id: givenId(
      'A completed generation of this workspace. The images illustrate one of its captions.',
    ).optional(),
    source_post_type: postTypeSchema
      .optional()
      .meta({ description: "The post type whose caption to illustrate, one of the generation's. Default: its first." }),
    max_credits: credits(
      'The most it may cost. The request is refused if it would cost more, and nothing is started.',
    ).optional(),
  })
  .refine((body) => body.prompt !== undefined || body.generation_id !== undefined, {
    error: 'is required when there is no generation_id',
    path: ['prompt'],
  })
  .refine((body) => body.source_post_type === undefined || body.generation_id !== undefined, {
    error: 'needs a generation_id',
    path: ['source_post_type'],
  })
  .refine(goTogether, {
    error: ({ input }) => {
      // zod hands the whole body on, and knows no type of it here.
      const { model } = input as SizedRequest
      return `must be one of ${IMAGE_MODELS[model].sizes.join(', ')} with the model ${model}`
    },
    path: ['size'],
  })
  .meta({
    id: 'GenerateImagesRequest',
    description: 'Which images to generate: from a `prompt`, for a `generation_id`, or both.',
    ...refusing(
      noneOf('prompt', 'generation_id'),
      { required: ['source_post_type'], properties: { source_post_type: {}, generation_id: false } },
      ...FORBIDDEN_PAIRS,
    ),
  })

export const generateImagesResponseSchema = z
  .object({
    image_generation_id: madeId('Unique id to track this image generation.'),
    status: z.literal('processing').meta({ description: 'Always `processing`.' }),
    credits_used: credits('Credits deducted for this image generation.'),
    remaining_credits: credits('The balance after the deduction.'),
    status_url: z.string().meta({
      description: 'Where to poll for the result, relative to the server.',
      examples: ['/api/v1/images/generations/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2b'],
    }),
    ...warningsShape,
  })
  .meta({ id: 'GenerateImagesResponse', description: 'An image generation that was started.' })

export const regenerateImagesRequestSchema = z
  .object({
    positions: z
      .array(
        z
          .int()
          .min(0, { error: 'must be at least 0' })
          .max(MAX_IMAGE_QUANTITY - 1, { error: `must be at most ${MAX_IMAGE_QUANTITY - 1}` }),
      )
      .min(1, { error: 'must have at least 1 item' })
      .max(100, { error: 'must have at most 100 items' })
      .meta({
        description:
          'The positions of the images to regenerate: the first is 0, the last is `quantity` - 1. An image whose file was deleted keeps its position. Duplicates are ignored.',
        examples: [[1]],
      }),
    prompt: boundedText({ min: 1, max: IMAGE_PROMPT_MAX_LENGTH, pattern: NOT_BLANK })
      .optional()
      .meta({
        description:
          'What to show instead, at most 2000 characters, used unchanged. Default: the same prompt as before. It does not change other images or later regenerations.',
        examples: ['Two coffees for the price of one, every Friday'],
      }),
    max_credits: credits(
      'The maximum cost. If it would cost more, the request is refused and nothing starts.',
    ).optional(),
  })
  .meta({
    id: 'RegenerateImagesRequest',
    description: 'Which images of a completed image generation to regenerate.',
  })

export type RegenerateImagesRequest = z.output<typeof regenerateImagesRequestSchema>
export type GenerateImagesRequest = z.output<typeof generateImagesRequestSchema>
export type GenerateImagesResponse = z.output<typeof generateImagesResponseSchema>
