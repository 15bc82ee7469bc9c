import { z } from 'zod'
import { noneOf, refusing } from '../common/field-rules.ts'
import { madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { boundedText, NOT_BLANK } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'

/** Bounds of writing styles: how many a workspace has, and of each in Unicode code points and in pieces. */
export const WRITING_STYLE_LIMITS = {
  perWorkspace: 100,
  name: 100,
  instructions: 5000,
  examples: 10,
  example: 3000,
} as const

const nameSchema = boundedText({ min: 1, max: WRITING_STYLE_LIMITS.name, pattern: NOT_BLANK }).meta({
  description: 'The display name. At most 100 characters.',
  examples: ['Our voice'],
})

const instructionsSchema = boundedText({ min: 1, max: WRITING_STYLE_LIMITS.instructions, pattern: NOT_BLANK }).meta({
  description: 'How to write, in your own words. At most 5,000 characters.',
  examples: ['Short sentences. Dry humour. Never say "excited".'],
})

const examplesSchema = z
  .array(boundedText({ min: 1, max: WRITING_STYLE_LIMITS.example, pattern: NOT_BLANK }))
  .max(WRITING_STYLE_LIMITS.examples, { error: `must have at most ${WRITING_STYLE_LIMITS.examples} items` })
  .meta({ description: 'Sample texts in this voice: at most 10, each of at most 3,000 characters.' })

const activeSchema = z.boolean().meta({
  description: 'Whether generations without a style use this one. At most one style of a workspace is active.',
})

export const createWritingStyleRequestSchema = z
  .object({
    name: nameSchema,
    instructions: instructionsSchema,
    examples: examplesSchema.optional(),
    active: activeSchema.optional(),
  })
  .meta({ id: 'CreateWritingStyleRequest', description: 'A new writing style. Not active by default.' })

export const updateWritingStyleRequestSchema = z
  .object({
    name: nameSchema.optional(),
    instructions: instructionsSchema.optional(),
    examples: examplesSchema.optional(),
    active: activeSchema.optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    error: 'must have at least one of: name, instructions, examples, active',
  })
  .meta({
    id: 'UpdateWritingStyleRequest',
    description:
      'The fields of a writing style to update, at least one. `active: true` makes it the only active style of the workspace.',
    ...refusing(noneOf('name', 'instructions', 'examples', 'active')),
  })

export const writingStyleSchema = z
  .object({
    writing_style_id: madeId('Unique id of the writing style.'),
    name: z.string().meta({ description: 'The display name.' }),
    instructions: z.string().meta({ description: 'How to write.' }),
    examples: z.array(z.string()).meta({ description: 'Sample texts in this voice.' }),
    active: activeSchema,
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) made.' }),
    created_by: createdBySchema,
    created_at: timestamp('When it was created.'),
    updated_at: timestamp('When it was last updated.'),
    ...warningsShape,
  })
  .meta({ id: 'WritingStyle', description: "A brand's voice. Generated captions follow it." })

export const writingStylePageSchema = pageOf('WritingStylePage', 'A page of writing styles.', writingStyleSchema)

export const listWritingStylesQuerySchema = z.object(pageQuery)

export const writingStylePathSchema = z.object({ id: pathId('The `writing_style_id`.') })

export type CreateWritingStyleRequest = z.output<typeof createWritingStyleRequestSchema>
export type UpdateWritingStyleRequest = z.output<typeof updateWritingStyleRequestSchema>
export type WritingStyle = z.output<typeof writingStyleSchema>
export type WritingStylePage = z.output<typeof writingStylePageSchema>
export type ListWritingStylesQuery = z.output<typeof listWritingStylesQuerySchema>
