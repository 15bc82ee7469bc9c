import { z } from 'zod'
import { allOf, noneOf, refusing } from '../common/field-rules.ts'
import { givenId, madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { boundedText, NOT_BLANK } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'
import { platformSchema } from '../content/terms.ts'

/** Bounds of writing styles: how many a workspace has, and of each in Unicode code points and in pieces. */
export const WRITING_STYLE_LIMITS = {
  perWorkspace: 100,
  name: 100,
  instructions: 5000,
  examples: 10,
  example: 3000,
  /** Texts that a style is learned from, and how many characters of them all are read, the newest first. */
  learnedTexts: 50,
  learnedCharacters: 30_000,
} as const

const nameSchema = boundedText({ min: 1, max: WRITING_STYLE_LIMITS.name, pattern: NOT_BLANK }).meta({
  description: 'The display name. At most 100 characters.',
  examples: ['Our voice'],
})

const instructionsSchema = boundedText({ min: 1, max: WRITING_STYLE_LIMITS.instructions, pattern: NOT_BLANK }).meta({
  description: 'How to write, in your own words. At most 5,000 characters.',
  examples: ['Short sentences. Dry humour. Never say "excited".'],
})

const exampleText = boundedText({ min: 1, max: WRITING_STYLE_LIMITS.example, pattern: NOT_BLANK })

const examplesSchema = z
  .array(exampleText)
  .max(WRITING_STYLE_LIMITS.examples, { error: `must have at most ${WRITING_STYLE_LIMITS.examples} items` })
  .meta({ description: 'Sample texts in this voice: at most 10, each of at most 3,000 characters.' })

const givenPlatformExampleSchema = z
  .object({
    platform: platformSchema.meta({ description: 'The platform it was written for.' }),
    text: exampleText.meta({ description: 'The text, at most 3,000 characters.' }),
  })
  .meta({ id: 'PlatformExampleRequest', description: 'A sample text in a voice, for one platform.' })

const platformExamplesSchema = z
  .array(givenPlatformExampleSchema)
  .max(WRITING_STYLE_LIMITS.examples, { error: `must have at most ${WRITING_STYLE_LIMITS.examples} items` })
  .meta({
    description:
      'Sample texts in this voice that belong to one platform: its captions take their form from them. At most 10, each of at most 3,000 characters.',
  })

const activeSchema = z.boolean().meta({
  description: 'Whether generations without a style use this one. At most one style of a workspace is active.',
})

export const createWritingStyleRequestSchema = z
  .object({
    name: nameSchema,
    instructions: instructionsSchema,
    examples: examplesSchema.optional(),
    platform_examples: platformExamplesSchema.optional(),
    active: activeSchema.optional(),
  })
  .meta({ id: 'CreateWritingStyleRequest', description: 'A new writing style. Not active by default.' })

export const updateWritingStyleRequestSchema = z
  .object({
    name: nameSchema.optional(),
    instructions: instructionsSchema.optional(),
    examples: examplesSchema.optional(),
    platform_examples: platformExamplesSchema.optional(),
    active: activeSchema.optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    error: 'must have at least one of: name, instructions, examples, platform_examples, active',
  })
  .meta({
    id: 'UpdateWritingStyleRequest',
    description:
      'The fields of a writing style to update, at least one. `active: true` makes it the only active style of the workspace.',
    ...refusing(noneOf('name', 'instructions', 'examples', 'platform_examples', 'active')),
  })

const platformExampleSchema = z
  .object({
    platform: platformSchema.meta({ description: 'The platform it was written for.' }),
    text: z.string().meta({ description: 'The text.' }),
  })
  .meta({ id: 'PlatformExample', description: 'A sample text in a voice, as it is used on one platform.' })

export const writingStyleSchema = z
  .object({
    writing_style_id: madeId('Unique id of the writing style.'),
    name: z.string().meta({ description: 'The display name.' }),
    instructions: z.string().meta({ description: 'How to write.' }),
    examples: z.array(z.string()).meta({ description: 'Sample texts in this voice.' }),
    platform_examples: z
      .array(platformExampleSchema)
      .optional()
      .meta({ description: 'Sample texts in this voice of one platform each. Absent when there are none.' }),
    active: activeSchema,
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) made.' }),
    created_by: createdBySchema,
    created_at: timestamp('When it was created.'),
    updated_at: timestamp('When it was last updated.'),
    ...warningsShape,
  })
  .meta({ id: 'WritingStyle', description: "A brand's voice. Generated captions follow it." })

export const learnWritingStyleRequestSchema = z
  .object({
    connection_id: givenId('A connection of this workspace: what was published through it is read.').optional(),
    texts: z
      .array(exampleText)
      .min(1, { error: 'must have at least 1 item' })
      .max(WRITING_STYLE_LIMITS.learnedTexts, { error: `must have at most ${WRITING_STYLE_LIMITS.learnedTexts} items` })
      .optional()
      .meta({
        description: 'Posts in the voice to learn, the newest first: at most 50, each of at most 3,000 characters.',
        examples: [['Dark mode is here. Your eyes may now rest.']],
      }),
    name: nameSchema.optional(),
    active: activeSchema.optional(),
  })
  .refine(({ connection_id, texts }) => (connection_id === undefined) !== (texts === undefined), {
    error: 'must have either connection_id or texts',
  })
  .meta({
    id: 'LearnWritingStyleRequest',
    description:
      'The posts to learn a writing style from: either `texts`, or those that were published through a connection. Without a `name` it is named by the date.',
    ...refusing(noneOf('connection_id', 'texts'), allOf('connection_id', 'texts')),
  })

const readPostSchema = z
  .object({
    excerpt: z.string().meta({ description: 'How it begins: its first 80 characters.' }),
    text_index: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Its place in `texts`, from 0. Absent for a published post.' }),
    platform: platformSchema.optional().meta({ description: 'The platform that it was published on.' }),
    post_id: madeId('The post that it is an item of.').optional(),
    item_id: madeId('The item that was published.').optional(),
  })
  .meta({ id: 'ReadPost', description: 'A post that a writing style was learned from.' })

export const learnedWritingStyleSchema = writingStyleSchema
  .extend({
    model: z.string().meta({
      description: 'What read the posts: a text model as the operator named it, or `built-in` in the sandbox.',
      examples: ['openai:gpt-5-mini'],
    }),
    posts_read: z.array(readPostSchema).meta({
      description: 'The posts that were read. Those beyond 30,000 characters in all, and repeated ones, are not.',
    }),
  })
  .meta({ id: 'LearnedWritingStyle', description: 'A writing style that was learned from posts, and from which.' })

export const writingStylePageSchema = pageOf('WritingStylePage', 'A page of writing styles.', writingStyleSchema)

export const listWritingStylesQuerySchema = z.object(pageQuery)

export const writingStylePathSchema = z.object({ id: pathId('The `writing_style_id`.') })

export type CreateWritingStyleRequest = z.output<typeof createWritingStyleRequestSchema>
export type UpdateWritingStyleRequest = z.output<typeof updateWritingStyleRequestSchema>
export type LearnWritingStyleRequest = z.output<typeof learnWritingStyleRequestSchema>
export type LearnedWritingStyle = z.output<typeof learnedWritingStyleSchema>
export type WritingStyle = z.output<typeof writingStyleSchema>
export type WritingStylePage = z.output<typeof writingStylePageSchema>
export type ListWritingStylesQuery = z.output<typeof listWritingStylesQuerySchema>
