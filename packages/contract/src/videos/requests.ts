import { z } from 'zod'
import { refusing } from '../common/field-rules.ts'
import { credits, givenId, madeId } from '../common/ids.ts'
import { boundedText, countCodePoints, NOT_BLANK } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'
import { PRICES } from '../pricing/index.ts'
import type { VideoPrice, VideoPrices } from '../pricing/index.ts'
import type { VideoModelName, VideoModelRules } from './models.ts'
import {
  DEFAULT_VIDEO_MODEL,
  VIDEO_DIMENSIONS,
  VIDEO_MODEL_NAMES,
  VIDEO_MODELS,
  VIDEO_PROMPT_MAX_LENGTH,
  VIDEO_SIZES,
} from './models.ts'

export const videoSizeSchema = z.enum(VIDEO_SIZES).meta({
  id: 'VideoSize',
  description: `The shape, in pixels: ${VIDEO_SIZES.map((size) => `\`${size}\` ${VIDEO_DIMENSIONS[size].width} x ${VIDEO_DIMENSIONS[size].height}`).join(', ')}.`,
})

export const videoModelSchema = z.enum(VIDEO_MODEL_NAMES).meta({
  id: 'VideoModel',
  description: `The video model, with its lengths in seconds, credits, and longest prompt: ${VIDEO_MODEL_NAMES.map(describeModel).join('; ')}.`,
})

function rulesOf(model: VideoModelName): VideoModelRules {
  return VIDEO_MODELS[model]
}

function describeModel(name: VideoModelName): string {
  const { title, durations, makesAudio, maxPromptLength } = rulesOf(name)
  const prices: VideoPrices[string] = PRICES.videos[name]
  const priced = durations.map((duration) => {
    const { silent, audio }: Partial<VideoPrice> = prices[duration] ?? {}
    return `${duration} s for ${silent}${audio === undefined ? '' : ` or ${audio} with audio`}`
  })
  return `\`${name}\` ${title}, ${priced.join(', ')}${makesAudio ? '' : ', no audio'}, ${maxPromptLength} characters`
}

/** What of a request decides whether its model can make it. */
interface ModelledRequest {
  readonly model: VideoModelName
  readonly duration: number
  readonly has_audio: boolean
  readonly prompt: string
}

const hasDuration = ({ model, duration }: ModelledRequest) => rulesOf(model).durations.includes(duration)
const hasAudio = ({ model, has_audio }: ModelledRequest) => !has_audio || rulesOf(model).makesAudio
const hasLength = ({ model, prompt }: ModelledRequest) => countCodePoints(prompt) <= rulesOf(model).maxPromptLength

/** zod hands the whole body on, and knows no type of it here. */
const modelOf = ({ input }: { readonly input?: unknown }) => (input as ModelledRequest).model

const WITH_AUDIO = VIDEO_MODEL_NAMES.filter((name) => rulesOf(name).makesAudio)

/** The same for the document. A body without a `model` is of the default. */
const FORBIDDEN = VIDEO_MODEL_NAMES.flatMap((name) => {
  const { durations, makesAudio, maxPromptLength } = rulesOf(name)
  const model = name === DEFAULT_VIDEO_MODEL ? [] : ['model']
  const of = (field: string, schema: object) => ({
    properties: { model: { const: name }, [field]: schema },
    required: [...model, field],
  })
  return [
    of('duration', { not: { enum: durations } }),
    ...(makesAudio ? [] : [of('has_audio', { const: true })]),
    ...(maxPromptLength < VIDEO_PROMPT_MAX_LENGTH
      ? [of('prompt', { type: 'string', minLength: maxPromptLength + 1 })]
      : []),
  ]
})

export const generateVideoRequestSchema = z
  .object({
    prompt: boundedText({ min: 1, max: VIDEO_PROMPT_MAX_LENGTH, pattern: NOT_BLANK }).meta({
      description:
        'What the video shows: at most 2500 characters with kling-3.0-pro, 3000 with veo-3.1, 1000 with runway-gen-4.5.',
      examples: ['Two coffees for the price of one'],
    }),
    duration: z.int().meta({
      description: 'The length in seconds: 5 or 10 with kling-3.0-pro and runway-gen-4.5, 4 or 8 with veo-3.1.',
      examples: [5],
    }),
    size: videoSizeSchema.default('landscape'),
    model: videoModelSchema.default(DEFAULT_VIDEO_MODEL),
    has_audio: z.boolean().default(false).meta({
      description:
        'Whether the video has sound. runway-gen-4.5 makes none. Where the server cannot make it, the video is silent, a warning says so, and only a silent video is charged.',
    }),
    enhance_prompt: z.boolean().default(false).meta({
      description: 'Whether a text model may rewrite the prompt first. `prompt_used` shows the prompt that was used.',
    }),
    source_image: givenId('The `media_id` of an image in this workspace, which the video begins with.').optional(),
    max_credits: credits(
      'The most it may cost. The request is refused if it would cost more, and nothing is started.',
    ).optional(),
  })
  .refine(hasDuration, {
    error: (issue) => `must be one of ${rulesOf(modelOf(issue)).durations.join(', ')} with the model ${modelOf(issue)}`,
    path: ['duration'],
  })
  .refine(hasAudio, {
    error: (issue) =>
      `must be false with the model ${modelOf(issue)}, which makes no audio; models with audio: ${WITH_AUDIO.join(', ')}`,
    path: ['has_audio'],
  })
  .refine(hasLength, {
    error: (issue) =>
      `must have at most ${rulesOf(modelOf(issue)).maxPromptLength} characters with the model ${modelOf(issue)}`,
    path: ['prompt'],
  })
  .meta({
    id: 'GenerateVideoRequest',
    description: 'Which video to generate.',
    // Never empty: every model has lengths.
    ...refusing(...(FORBIDDEN as [(typeof FORBIDDEN)[number], ...typeof FORBIDDEN])),
  })

export const generateVideoResponseSchema = z
  .object({
    video_generation_id: madeId('Unique id to track this video generation.'),
    status: z.literal('processing').meta({ description: 'Always `processing`.' }),
    credits_used: credits('Credits deducted for this video.'),
    remaining_credits: credits('The balance after the deduction.'),
    status_url: z.string().meta({
      description: 'Where to poll for the result, relative to the server.',
      examples: ['/api/v1/videos/generations/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a3b'],
    }),
    ...warningsShape,
  })
  .meta({ id: 'GenerateVideoResponse', description: 'A video generation that was started.' })

export const videoEstimateSchema = z
  .object({
    credits: credits('What the video would cost.'),
    credits_silent: credits('What it would cost without audio, which is what is charged where none could be made.'),
    model: videoModelSchema,
    duration: z.int().positive().meta({ description: 'In seconds.' }),
    has_audio: z.boolean().meta({ description: 'Whether audio is part of the price.' }),
    ...warningsShape,
  })
  .meta({ id: 'VideoEstimate', description: 'What a video would cost.' })

export const regenerateVideoRequestSchema = z
  .object({
    prompt: boundedText({ min: 1, max: VIDEO_PROMPT_MAX_LENGTH, pattern: NOT_BLANK })
      .optional()
      .meta({
        description:
          'What to show instead, no longer than the model takes, used unchanged. Default: the same prompt as before. It does not change later regenerations.',
        examples: ['Two coffees for the price of one, every Friday'],
      }),
    max_credits: credits(
      'The maximum cost. If it would cost more, the request is refused and nothing starts.',
    ).optional(),
  })
  .meta({ id: 'RegenerateVideoRequest', description: 'How to generate the video of a completed generation again.' })

export type GenerateVideoRequest = z.output<typeof generateVideoRequestSchema>
export type GenerateVideoResponse = z.output<typeof generateVideoResponseSchema>
export type VideoEstimate = z.output<typeof videoEstimateSchema>
export type RegenerateVideoRequest = z.output<typeof regenerateVideoRequestSchema>
