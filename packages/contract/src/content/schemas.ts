import { z } from 'zod'
import { credits, givenId, madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { boundedText } from '../common/text.ts'
import { jobErrorSchema } from '../errors/index.ts'
import { PLATFORMS, POST_TYPES } from '../platforms/index.ts'

export const postTypeSchema = z.enum(POST_TYPES).meta({
  id: 'PostType',
  description: 'What the caption is for. The platform follows from it; post types of one platform share one caption.',
})

export const platformSchema = z.enum(PLATFORMS).meta({ id: 'Platform', description: 'Where a caption is posted.' })

export const researchModeSchema = z.enum(['regular', 'deep']).meta({
  id: 'ResearchMode',
  description: '`regular`: quick, with basic research. `deep`: extended research.',
})

export const inputTypeSchema = z.enum(['text', 'images', 'video']).meta({
  id: 'InputType',
  description: 'What a generation is written from: it follows from the fields that were given.',
})

/** The most media a generation is written from: ten images, or one video. */
export const MAX_MEDIA_PER_GENERATION = 10

/** Bounds of `prompt`, in Unicode code points. */
export const PROMPT_LENGTH = { min: 3, max: 500 } as const

/** Bound of `cta_text`, in Unicode code points. */
export const CTA_MAX_LENGTH = 100

/** The most pages a generation reads for its caller. */
export const MAX_SOURCE_URLS = 10

/** Bound of one of them, in Unicode code points. */
export const SOURCE_URL_MAX_LENGTH = 2048

const promptSchema = boundedText({
  ...PROMPT_LENGTH,
  pattern: { regex: /\S[\s\S]+\S/u, message: 'must have at least 3 characters between its first and last non-space' },
})

export const generateContentRequestSchema = z
  .object({
    prompt: promptSchema.optional().meta({
      description:
        'What to post about, or context for the media. 3-500 characters, at least 3 of them from the first to the last non-space. Needed when there are no media.',
      examples: ['We just shipped dark mode across all our apps'],
    }),
    media_ids: z
      .array(givenId('The `media_id` of an upload in this workspace.'))
      .max(MAX_MEDIA_PER_GENERATION, { error: `must have at most ${MAX_MEDIA_PER_GENERATION} items` })
      .optional()
      .meta({
        description:
          '1-10 images, or exactly one video. Needed when there is no prompt; an empty list is as good as none.',
      }),
    post_types: z
      .array(postTypeSchema)
      .min(1, { error: 'must have at least 1 item' })
      .max(100, { error: 'must have at most 100 items' })
      .meta({ description: 'What to write for, 1-100. Duplicates are folded.' }),
    research_mode: researchModeSchema,
    writing_style_id: givenId(
      "A writing style of this workspace. Omitted: the workspace's active style, if there is one.",
    ).optional(),
    source_urls: z
      .array(
        boundedText({
          min: 1,
          max: SOURCE_URL_MAX_LENGTH,
          pattern: { regex: /^https?:\/\/[^/?#]/iu, message: 'must be an https address' },
        }),
      )
      .max(MAX_SOURCE_URLS, { error: `must have at most ${MAX_SOURCE_URLS} items` })
      .optional()
      .meta({
        description:
          'Pages to read before writing, at most 10; HTTPS, and none of a private network. Duplicates are folded.',
        examples: [['https://example.com/press/dark-mode']],
      }),
    cta_text: boundedText({ max: CTA_MAX_LENGTH })
      .optional()
      .meta({
        description: 'A call to action that stands in every caption, character for character. At most 100 characters.',
        examples: ['Update now in the app store'],
      }),
  })
  .refine((body) => body.prompt !== undefined || (body.media_ids?.length ?? 0) > 0, {
    error: 'is required when there are no media_ids',
    path: ['prompt'],
  })
  .meta({
    id: 'GenerateContentRequest',
    description: 'What to write, and for which platforms. Unknown fields are ignored.',
    anyOf: [
      { required: ['prompt'] },
      { required: ['media_ids'], properties: { media_ids: { type: 'array', minItems: 1 } } },
    ],
  })

export const generateContentResponseSchema = z
  .object({
    generation_id: madeId('Unique id to track this generation.'),
    status: z.literal('processing').meta({ description: 'Always `processing`.' }),
    credits_used: credits('Credits deducted for this generation.'),
    remaining_credits: credits('The balance after the deduction.'),
    status_url: z.string().meta({
      description: 'Where to poll for the result, relative to the server.',
      examples: ['/api/v1/content/generations/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'],
    }),
  })
  .meta({ id: 'GenerateContentResponse', description: 'A generation that was started.' })

export const generationStatusSchema = z.enum(['pending', 'processing', 'completed', 'failed']).meta({
  id: 'GenerationStatus',
  description:
    'A generation is `processing` from the moment it is accepted until it ends `completed` or `failed`. `pending` is part of the documented set; this server never answers it.',
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

export type GenerateContentRequest = z.output<typeof generateContentRequestSchema>
export type GenerateContentResponse = z.output<typeof generateContentResponseSchema>
export type Generation = z.output<typeof generationSchema>
export type GenerationSummary = z.output<typeof generationSummarySchema>
export type GenerationStatus = z.output<typeof generationStatusSchema>
export type GenerationPage = z.output<typeof generationPageSchema>
export type ListGenerationsQuery = z.output<typeof listGenerationsQuerySchema>
export type Captions = z.output<typeof captionsSchema>
export type Generator = z.output<typeof generatorSchema>
export type InputType = z.output<typeof inputTypeSchema>
