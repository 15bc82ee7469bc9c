import { z } from 'zod'
import { credits, madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { warningsShape } from '../common/warnings.ts'
import { generationStatusSchema } from '../content/schemas.ts'
import { jobErrorOf } from '../errors/index.ts'
import { generatedVideoSchema } from '../events/data.ts'
import { videoModelSchema, videoSizeSchema } from './requests.ts'

export const videoGeneratorSchema = z
  .object({
    model: z.string().meta({ description: 'The model that generated the video.', examples: ['built-in'] }),
    built_in: z
      .boolean()
      .meta({ description: 'Whether it is the built-in model, which needs no API key and animates text cards.' }),
  })
  .meta({ id: 'VideoGenerator', description: 'Which model generated the video.' })

const videoGenerationFields = {
  video_generation_id: madeId('Unique id of the video generation.'),
  status: generationStatusSchema,
  prompt: z.string().meta({ description: 'As it was sent.' }),
  prompt_used: z
    .string()
    .optional()
    .meta({ description: 'The rewritten prompt that was used instead of `prompt`. Absent when it was not rewritten.' }),
  prompt_enhancement: z.enum(['enhanced', 'unavailable', 'failed']).optional().meta({
    description:
      'The result of `enhance_prompt`. `enhanced`: the prompt was rewritten, see `prompt_used`. `unavailable`: used unchanged, because no text model is configured or the built-in video model is used. `failed`: used unchanged, because the text model failed. Absent when it was not requested, and until it is decided.',
  }),
  size: videoSizeSchema,
  duration: z.int().positive().meta({ description: 'The length that was requested, in seconds.' }),
  model: videoModelSchema,
  has_audio: z.boolean().meta({ description: 'Whether audio was requested.' }),
  source_image: madeId(
    'The image that the video begins with. Absent without one, and after it was deleted.',
  ).optional(),
  credits_used: credits('Credits deducted at the start. `credits_refunded` is what came back.'),
  livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) started.' }),
  created_by: createdBySchema,
  created_at: timestamp('When it was accepted.'),
  completed_at: timestamp('When it ended, `completed` or `failed`. Absent until then.').optional(),
  generator: videoGeneratorSchema.optional().meta({ description: 'Absent until the video is ready.' }),
}

export const videoGenerationSummarySchema = z
  .object(videoGenerationFields)
  .meta({ id: 'VideoGenerationSummary', description: 'A video generation in a list, without its video.' })

const videoGenerationErrorSchema = jobErrorOf(['VIDEO_GENERATION_FAILED']).meta({
  id: 'VideoGenerationError',
  description: 'Why the video failed, and whether its credits were refunded.',
})

const creditsRefunded = credits(
  'Credits refunded, because it failed or for what was not done. Absent when there were none.',
).optional()

export const videoRegenerationSchema = z
  .object({
    status: z.enum(['processing', 'completed', 'failed']).meta({ description: 'The current status.' }),
    prompt: z.string().optional().meta({ description: 'The new prompt. Absent when none was given.' }),
    credits_used: credits('Credits deducted. `credits_refunded` is what came back.'),
    credits_refunded: creditsRefunded,
    ...warningsShape,
    created_at: timestamp('When it was accepted.'),
    completed_at: timestamp('When it ended. Absent until then.').optional(),
    error: videoGenerationErrorSchema
      .optional()
      .meta({ description: 'Present when it failed: the video is unchanged.' }),
  })
  .meta({ id: 'VideoRegeneration', description: 'A regeneration of the video.' })

export const videoGenerationSchema = z
  .object({
    ...videoGenerationFields,
    video: generatedVideoSchema.optional().meta({
      description:
        'The video, when the status is `completed`, and the old one while it is regenerated. Absent when its file was deleted.',
    }),
    regeneration: videoRegenerationSchema
      .optional()
      .meta({ description: 'The last regeneration. Absent when there was none.' }),
    credits_refunded: creditsRefunded,
    ...warningsShape,
    error: videoGenerationErrorSchema.optional().meta({ description: 'Present when the status is `failed`.' }),
  })
  .meta({ id: 'VideoGeneration', description: 'A video generation and its result.' })

export const listVideoGenerationsQuerySchema = z.object({
  status: generationStatusSchema.optional().meta({ description: 'Only video generations of this status.' }),
  ...pageQuery,
})

export const videoGenerationPageSchema = pageOf(
  'VideoGenerationPage',
  'A page of video generations.',
  videoGenerationSummarySchema,
)

export const videoGenerationPathSchema = z.object({ id: pathId('The `video_generation_id`.') })

export type VideoRegeneration = z.output<typeof videoRegenerationSchema>
export type VideoGenerator = z.output<typeof videoGeneratorSchema>
export type VideoGenerationSummary = z.output<typeof videoGenerationSummarySchema>
export type VideoGeneration = z.output<typeof videoGenerationSchema>
export type ListVideoGenerationsQuery = z.output<typeof listVideoGenerationsQuerySchema>
export type VideoGenerationPage = z.output<typeof videoGenerationPageSchema>
