import { z } from 'zod'
import { credits, madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { jobErrorSchema } from '../errors/index.ts'
import type { Platform } from '../platforms/index.ts'
import { inputTypeSchema, platformSchema, researchModeSchema } from './terms.ts'

export const captionDetailsSchema = z
  .object({
    length: z
      .int()
      .nonnegative()
      .meta({ description: "The caption's length as the platform counts it; on YouTube the description's." }),
    limit: z.int().positive().meta({ description: 'What the platform allows, counted the same way.' }),
    hashtags: z.array(z.string()).meta({ description: 'Its hashtags in their order, with the #.' }),
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

export const regenerationSchema = z
  .object({
    status: z.enum(['processing', 'completed', 'failed']).meta({ description: 'How far it is.' }),
    platforms: z.array(platformSchema).meta({ description: 'Whose captions are written anew.' }),
    instruction: z.string().optional().meta({ description: 'What is to be different. Absent when nothing was said.' }),
    credits_used: credits('Credits deducted for it. Given back when it failed.'),
    created_at: timestamp('When it was accepted.'),
    completed_at: timestamp('When it ended. Absent until then.').optional(),
    error: jobErrorSchema.optional().meta({ description: 'Present when it failed: the captions are as they were.' }),
  })
  .meta({ id: 'Regeneration', description: 'A rewriting of some of the captions.' })

export const generationStatusSchema = z.enum(['pending', 'processing', 'completed', 'failed']).meta({
  id: 'GenerationStatus',
  description:
    'A generation is `processing` from the moment it is accepted until it ends `completed` or `failed`, and again while captions of it are written anew. `pending` is part of the documented set; this server never answers it.',
})

export const captionsSchema = z
  .object({
    instagram: z.string().optional(),
    tiktok: z.string().optional(),
    youtube: z
      .object({
        title: z.string().meta({ description: 'At most 100 characters.' }),
        description: z.string().meta({ description: 'At most 5,000 bytes, hashtags inside.' }),
      })
      .optional(),
    x: z.string().optional(),
    facebook: z.string().optional(),
    linkedin: z.string().optional(),
  })
  .meta({
    id: 'Captions',
    description: 'The captions by platform, hashtags inside: a text, on YouTube a title and a description.',
  })

export const generatorSchema = z
  .object({
    model: z.string().meta({ description: 'The model that wrote the captions.', examples: ['built-in'] }),
    built_in: z.boolean().meta({ description: 'Whether that is the rule-based model that needs no key.' }),
    research: z
      .enum(['none', 'sources', 'web'])
      .meta({ description: 'What the model could look up: nothing, the sources it was given, or the web.' }),
    media: z.enum(['facts', 'pictures', 'frames']).optional().meta({
      description:
        'What the model knew of the media: facts about the files alone (names, sizes, colours), the pictures, or frames of the video. Absent when there were none.',
    }),
  })
  .meta({ id: 'Generator', description: 'What wrote the captions.' })

const generationFields = {
  generation_id: madeId('Unique id of the generation.'),
  status: generationStatusSchema,
  prompt: z.string().optional().meta({ description: 'As it was sent. Absent when only media were given.' }),
  platforms: z.array(platformSchema).meta({ description: 'The unique platforms, in the order asked for.' }),
  research_mode: researchModeSchema,
  input_type: inputTypeSchema,
  credits_used: credits('Credits deducted at the start. Given back when the generation failed.'),
  livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) started.' }),
  created_at: timestamp('When it was accepted.'),
  completed_at: timestamp('When it ended, `completed` or `failed`. Absent until then.').optional(),
  generator: generatorSchema.optional().meta({ description: 'Absent until the generation is `completed`.' }),
}

export const generationSummarySchema = z
  .object(generationFields)
  .meta({ id: 'GenerationSummary', description: 'A generation as lists show it, without its captions.' })

export const generationSchema = z
  .object({
    ...generationFields,
    outputs: captionsSchema.optional().meta({ description: 'Present when the status is `completed`.' }),
    details: captionDetailsByPlatformSchema.optional().meta({ description: 'Present when the status is `completed`.' }),
    regeneration: regenerationSchema
      .optional()
      .meta({ description: 'The last rewriting. Absent when there was none.' }),
    error: jobErrorSchema.optional().meta({ description: 'Present when the status is `failed`.' }),
  })
  .meta({ id: 'Generation', description: 'A generation with what came of it.' })

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
