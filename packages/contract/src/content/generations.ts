import { z } from 'zod'
import { credits, madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { warningsShape } from '../common/warnings.ts'
import { jobErrorSchema } from '../errors/index.ts'
import type { Platform } from '../platforms/index.ts'
import { inputTypeSchema, platformSchema, researchModeSchema } from './terms.ts'

export const captionDetailsSchema = z
  .object({
    length: z
      .int()
      .nonnegative()
      .meta({ description: 'The length of the caption (on YouTube: of the description), as the platform counts it.' }),
    limit: z.int().positive().meta({ description: "The platform's limit, counted the same way." }),
    hashtags: z.array(z.string()).meta({ description: 'Its hashtags in order, with the #.' }),
  })
  .meta({ id: 'CaptionDetails', description: 'A caption, measured.' })

const measuredSchema = captionDetailsSchema.optional()

export const captionDetailsByPlatformSchema = z
  .object({
    instagram: measuredSchema,
    tiktok: measuredSchema,
    youtube: measuredSchema,
    x: measuredSchema,
    facebook: measuredSchema,
    linkedin: measuredSchema,
  } satisfies Record<Platform, z.ZodType>)
  .meta({ id: 'CaptionDetailsByPlatform', description: 'The captions, measured, by platform.' })

const refunded = credits(
  'Credits refunded, because it failed or for what was not done. Absent when there were none.',
).optional()

export const regenerationSchema = z
  .object({
    status: z.enum(['processing', 'completed', 'failed']).meta({ description: 'The current status.' }),
    platforms: z.array(platformSchema).meta({ description: 'The platforms whose captions are regenerated.' }),
    instruction: z.string().optional().meta({ description: 'What to change. Absent when no instruction was given.' }),
    credits_used: credits('Credits deducted. Refunded when it fails.'),
    credits_refunded: refunded,
    ...warningsShape,
    created_at: timestamp('When it was accepted.'),
    completed_at: timestamp('When it ended. Absent until then.').optional(),
    error: jobErrorSchema.optional().meta({ description: 'Present when it failed: the captions are unchanged.' }),
  })
  .meta({ id: 'Regeneration', description: 'A regeneration of some of the captions.' })

export const generationStatusSchema = z.enum(['pending', 'processing', 'completed', 'failed']).meta({
  id: 'GenerationStatus',
  description:
    'A generation is `processing` from when it is accepted until it is `completed` or `failed`, and again while captions are regenerated. `pending` is reserved: this server never returns it.',
})

export const captionsSchema = z
  .object({
    instagram: z.string().optional(),
    tiktok: z.string().optional(),
    youtube: z
      .object({
        title: z.string().meta({ description: 'At most 100 characters.' }),
        description: z.string().meta({ description: 'At most 5,000 bytes, hashtags included.' }),
      })
      .optional(),
    x: z.string().optional(),
    facebook: z.string().optional(),
    linkedin: z.string().optional(),
  })
  .meta({
    id: 'Captions',
    description: 'The captions by platform, hashtags included: a text, on YouTube a title and a description.',
  })

const variantsSchema = z
  .object({
    instagram: z.array(z.string()).optional(),
    tiktok: z.array(z.string()).optional(),
    youtube: z.array(z.object({ title: z.string(), description: z.string() })).optional(),
    x: z.array(z.string()).optional(),
    facebook: z.array(z.string()).optional(),
    linkedin: z.array(z.string()).optional(),
  } satisfies Record<Platform, z.ZodType>)
  .meta({
    id: 'CaptionVariants',
    description: 'The further captions of each platform, besides the first one in `outputs`.',
  })

const altTextSchema = z
  .object({ media_id: madeId('The image.'), text: z.string().meta({ description: 'What is to be seen.' }) })
  .meta({ id: 'AltText', description: 'A description of an image for people who cannot see it.' })

export const generatorSchema = z
  .object({
    model: z.string().meta({ description: 'The model that wrote the captions.', examples: ['built-in'] }),
    built_in: z
      .boolean()
      .meta({ description: 'Whether it is the built-in, rule-based model, which needs no API key.' }),
    research: z
      .enum(['none', 'sources', 'web'])
      .meta({ description: 'What the model could research: nothing, the given sources, or the web.' }),
    media: z.enum(['facts', 'pictures', 'frames']).optional().meta({
      description:
        'What the model saw of the media: only facts about the files (names, sizes, colours), the images, or frames of the video. Absent when there were no media.',
    }),
  })
  .meta({ id: 'Generator', description: 'Which model wrote the captions.' })

const generationFields = {
  generation_id: madeId('Unique id of the generation.'),
  status: generationStatusSchema,
  prompt: z.string().optional().meta({ description: 'As it was sent. Absent when only media were given.' }),
  platforms: z.array(platformSchema).meta({ description: 'The platforms without duplicates, in the requested order.' }),
  research_mode: researchModeSchema,
  input_type: inputTypeSchema,
  credits_used: credits('Credits deducted at the start. Refunded when the generation fails.'),
  livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) started.' }),
  created_by: createdBySchema,
  created_at: timestamp('When it was accepted.'),
  completed_at: timestamp('When it ended, `completed` or `failed`. Absent until then.').optional(),
  generator: generatorSchema.optional().meta({ description: 'Absent until the generation is `completed`.' }),
}

export const generationSummarySchema = z
  .object(generationFields)
  .meta({ id: 'GenerationSummary', description: 'A generation in a list, without its captions.' })

export const generationSchema = z
  .object({
    ...generationFields,
    outputs: captionsSchema.optional().meta({ description: 'Present when the status is `completed`.' }),
    details: captionDetailsByPlatformSchema.optional().meta({ description: 'Present when the status is `completed`.' }),
    variants: variantsSchema.optional().meta({ description: 'Present when `variants` were requested and written.' }),
    alt_text: z
      .array(altTextSchema)
      .optional()
      .meta({ description: 'Present when it was to be included, and could be written.' }),
    first_comment: z
      .string()
      .optional()
      .meta({ description: 'A comment for under the post. Present when it was to be included, and could be written.' }),
    thread: z.array(z.string()).optional().meta({
      description:
        'The parts of a thread for X, each of at most 280 characters as X counts them. Present when it was to be included.',
    }),
    credits_refunded: refunded,
    ...warningsShape,
    regeneration: regenerationSchema
      .optional()
      .meta({ description: 'The last regeneration of captions. Absent when there was none.' }),
    error: jobErrorSchema.optional().meta({ description: 'Present when the status is `failed`.' }),
  })
  .meta({ id: 'Generation', description: 'A generation and its result.' })

export const listGenerationsQuerySchema = z.object({
  status: generationStatusSchema.optional().meta({ description: 'Only generations of this status.' }),
  ...pageQuery,
})

export const generationPageSchema = pageOf('GenerationPage', 'A page of generations.', generationSummarySchema)

export const generationPathSchema = z.object({
  id: pathId('The `generation_id`.'),
})

export type CaptionDetails = z.output<typeof captionDetailsSchema>
export type CaptionDetailsByPlatform = z.output<typeof captionDetailsByPlatformSchema>
export type GenerationStatus = z.output<typeof generationStatusSchema>
export type Captions = z.output<typeof captionsSchema>
export type Generator = z.output<typeof generatorSchema>
export type GenerationSummary = z.output<typeof generationSummarySchema>
export type Generation = z.output<typeof generationSchema>
export type ListGenerationsQuery = z.output<typeof listGenerationsQuerySchema>
export type GenerationPage = z.output<typeof generationPageSchema>
export type Regeneration = z.output<typeof regenerationSchema>
