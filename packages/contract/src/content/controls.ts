import { z } from 'zod'
import { boundedText, NOT_BLANK } from '../common/text.ts'

/** Bounds of what a request says about the manner of its captions: texts in Unicode code points, lists in items. */
export const CONTROL_LIMITS = {
  tone: 100,
  audience: 200,
  hashtags: 30,
  avoid: 50,
  avoided: 60,
  variants: 5,
} as const

/** A language tag of BCP 47: `de`, `pt-BR`, `zh-Hant-TW`. */
export function languageTag() {
  const pattern = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/
  return z.string().max(35).regex(pattern, { error: 'must be a language tag like en, pt-BR or zh-Hant' })
}

const avoidSchema = z
  .array(boundedText({ min: 1, max: CONTROL_LIMITS.avoided, pattern: NOT_BLANK }))
  .max(CONTROL_LIMITS.avoid, { error: `must have at most ${CONTROL_LIMITS.avoid} items` })

/** What a request may say about the manner of its captions, and a brand profile as its defaults. */
export const mannerShape = {
  language: languageTag()
    .optional()
    .meta({
      description: 'The language of the captions, a tag of BCP 47. Default: the language of the prompt.',
      examples: ['pt-BR'],
    }),
  tone: boundedText({ min: 1, max: CONTROL_LIMITS.tone, pattern: NOT_BLANK })
    .optional()
    .meta({
      description: 'How it should sound. At most 100 characters. Only a model can follow it.',
      examples: ['warm and dry'],
    }),
  audience: boundedText({ min: 1, max: CONTROL_LIMITS.audience, pattern: NOT_BLANK })
    .optional()
    .meta({
      description: 'Who reads it. At most 200 characters. Only a model can follow it.',
      examples: ['first-time founders'],
    }),
  length: z
    .enum(['short', 'medium', 'long'])
    .optional()
    .meta({ description: 'How long the captions are, within the limits of their platforms.' }),
  emoji: z
    .enum(['none', 'few', 'many'])
    .optional()
    .meta({ description: '`none`: no emoji. `few`: at most three in a caption. `many`: at least one.' }),
  hashtags: z.int().min(0).max(CONTROL_LIMITS.hashtags).optional().meta({
    description:
      'How many hashtags a caption has, 0-30: as many as its platform allows. Those of the call to action are not counted.',
  }),
} as const

export const controlsShape = {
  ...mannerShape,
  avoid: avoidSchema.optional().meta({
    description:
      'Words and phrases that no caption may contain, in addition to those of the brand profile. At most 50, of at most 60 characters each.',
    examples: [['game changer']],
  }),
  variants: z.int().min(1).max(CONTROL_LIMITS.variants).optional().meta({
    description:
      'How many captions to write for each platform, 1-5. Default: 1. Each further one costs 1 credit per platform; one that cannot be written is refunded.',
  }),
  model: z
    .string()
    .min(1)
    .max(250)
    .optional()
    .meta({
      description:
        'One of the text models that are configured on the server, or `built-in`. Default: the first, and the next if it fails.',
      examples: ['built-in'],
    }),
  include: z
    .array(z.enum(['alt_text', 'first_comment', 'thread']))
    .max(10, { error: 'must have at most 10 items' })
    .optional()
    .meta({
      description:
        'What to write in addition, free of charge. `alt_text`: a description of each image, if the model sees images. `first_comment`: a comment for under the post. `thread`: the text as a thread for X, in parts of at most 280 characters as X counts them.',
    }),
} as const

export const wordsToAvoidSchema = avoidSchema
