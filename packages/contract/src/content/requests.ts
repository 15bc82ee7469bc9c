import { z } from 'zod'
import { refusing } from '../common/field-rules.ts'
import { credits, givenId, madeId } from '../common/ids.ts'
import { BLANK, boundedText, NOT_BLANK } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'
import { webAddress } from '../common/web-address.ts'
import { controlsShape } from './controls.ts'
import { inputTypeSchema, platformSchema, postTypeSchema, researchModeSchema } from './terms.ts'

/** The most media a generation is written from: ten images, or one video. */
export const MAX_MEDIA_PER_GENERATION = 10

/** Bounds of `prompt`, in Unicode code points. */
export const PROMPT_LENGTH = { min: 3, max: 500 } as const

/** Bound of `cta_text`, in Unicode code points. */
export const CTA_MAX_LENGTH = 100

/** The most pages a generation reads for its caller. */
export const MAX_SOURCE_URLS = 10

const promptSchema = boundedText({
  ...PROMPT_LENGTH,
  pattern: {
    regex: new RegExp(String.raw`^[${BLANK}]*[^${BLANK}\u0000][^\u0000]+[^${BLANK}\u0000][${BLANK}]*$`, 'u'),
    documented: String.raw`^\s*[^\s\u0000][^\u0000]+[^\s\u0000]\s*$`,
    message: 'must have at least 3 characters between its first and last non-space',
  },
})

export const generateContentRequestSchema = z
  .object({
    prompt: promptSchema.optional().meta({
      description:
        'What to post about, or context for the media. 3-500 characters, at least 3 without leading and trailing spaces. Required without media.',
      examples: ['We just shipped dark mode across all our apps'],
    }),
    media_ids: z
      .array(givenId('The `media_id` of an upload in this workspace.'))
      .max(MAX_MEDIA_PER_GENERATION, { error: `must have at most ${MAX_MEDIA_PER_GENERATION} items` })
      .optional()
      .meta({
        description:
          '1-10 images, or exactly one video. Required without a prompt. An empty list is the same as no list.',
      }),
    post_types: z
      .array(postTypeSchema)
      .min(1, { error: 'must have at least 1 item' })
      .max(100, { error: 'must have at most 100 items' })
      .meta({ description: 'The post types to write captions for, 1-100. Duplicates are ignored.' }),
    research_mode: researchModeSchema,
    writing_style_id: givenId(
      "A writing style of this workspace. Default: the workspace's active style, if there is one.",
    ).optional(),
    source_urls: z
      .array(webAddress())
      .max(MAX_SOURCE_URLS, { error: `must have at most ${MAX_SOURCE_URLS} items` })
      .optional()
      .meta({
        description: 'Web pages to read before writing, at most 10: public HTTPS addresses. Duplicates are ignored.',
        examples: [['https://example.com/press/dark-mode']],
      }),
    cta_text: boundedText({ max: CTA_MAX_LENGTH })
      .optional()
      .meta({
        description: 'A call to action that is included in every caption, unchanged. At most 100 characters.',
        examples: ['Update now in the app store'],
      }),
    ...controlsShape,
    max_credits: credits(
      'The most it may cost. The request is refused if it would cost more, and nothing is started.',
    ).optional(),
  })
  .refine((body) => body.prompt !== undefined || (body.media_ids?.length ?? 0) > 0, {
    error: 'is required when there are no media_ids',
    path: ['prompt'],
  })
  .meta({
    id: 'GenerateContentRequest',
    description: 'What to write, and for which platforms: from a `prompt`, from `media_ids`, or from both.',
    ...refusing({ properties: { prompt: false, media_ids: { type: 'array', items: {}, maxItems: 0 } } }),
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
    ...warningsShape,
  })
  .meta({ id: 'GenerateContentResponse', description: 'A generation that was started.' })

/** Bound of what is to be different, in Unicode code points. */
export const INSTRUCTION_MAX_LENGTH = 500

export const regenerateRequestSchema = z
  .object({
    platforms: z
      .array(platformSchema)
      .min(1, { error: 'must have at least 1 item' })
      .max(100, { error: 'must have at most 100 items' })
      .meta({ description: 'The platforms whose captions to regenerate. Duplicates are ignored.' }),
    instruction: boundedText({
      min: 1,
      max: INSTRUCTION_MAX_LENGTH,
      pattern: NOT_BLANK,
    })
      .optional()
      .meta({
        description: 'What to change, in your own words. At most 500 characters.',
        examples: ['Shorter, and without emoji'],
      }),
    ...controlsShape,
    max_credits: credits(
      'The most it may cost. The request is refused if it would cost more, and nothing is started.',
    ).optional(),
  })
  .meta({ id: 'RegenerateRequest', description: 'Which captions of a completed generation to regenerate, and how.' })

export const estimateItemSchema = z
  .object({
    item: z
      .enum(['first_platform', 'further_platforms', 'further_variants', 'images', 'video_minutes', 'source_urls'])
      .meta({ description: 'What is counted.' }),
    quantity: z.int().positive().meta({ description: 'How many.' }),
    credits_each: credits('Credits for each.'),
    credits: credits('Credits for all of them.'),
  })
  .meta({ id: 'EstimateItem', description: 'One line of an estimate.' })

export const estimateSchema = z
  .object({
    credits: credits('The cost in credits.'),
    input_type: inputTypeSchema,
    platforms: z
      .array(platformSchema)
      .meta({ description: 'The platforms without duplicates, in the requested order.' }),
    breakdown: z.array(estimateItemSchema).meta({ description: 'The parts of the cost. They add up to `credits`.' }),
    ...warningsShape,
  })
  .meta({ id: 'Estimate', description: 'What a generation would cost. Nothing was started.' })

export type GenerateContentRequest = z.output<typeof generateContentRequestSchema>
export type GenerateContentResponse = z.output<typeof generateContentResponseSchema>
export type EstimateItem = z.output<typeof estimateItemSchema>
export type Estimate = z.output<typeof estimateSchema>
export type RegenerateRequest = z.output<typeof regenerateRequestSchema>
