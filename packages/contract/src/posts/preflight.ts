import { z } from 'zod'
import { credits } from '../common/ids.ts'
import { warningsShape } from '../common/warnings.ts'
import { fitSchema, renditionChangeSchema } from '../media/renditions.ts'
import { postTypeSchema } from '../content/schemas.ts'

/** A figure, or what is allowed in words. */
const measureSchema = z.union([z.number(), z.string()])

export const preflightFixSchema = z
  .object({ fit: fitSchema })
  .meta({ id: 'PreflightFix', description: 'Fields of the item that fix a problem.' })

export const preflightProblemSchema = z
  .object({
    item: z.int().nonnegative().meta({ description: 'Which item, counted from 0.' }),
    post_type: postTypeSchema,
    path: z.string().meta({
      description: 'The path of the field, as in code.',
      examples: ['items[0].content', 'items[1].media_ids[2]'],
    }),
    severity: z.enum(['error', 'warning']).meta({
      description:
        '`error`: the platform would reject it, or show it as something else, so it is not published. `warning`: it is published.',
    }),
    rule: z.string().meta({ description: 'The rule, as a code.', examples: ['text_length'] }),
    limit: measureSchema.meta({ description: 'What the platform accepts.', examples: [280] }),
    actual: measureSchema.meta({ description: 'What the item has.', examples: [312] }),
    message: z.string().meta({
      description: 'What is wrong and how to fix it, as text.',
      examples: [
        'A Facebook post takes pictures as JPEG or PNG; this one is WebP. Convert it, and upload the new file.',
      ],
    }),
    fix: preflightFixSchema
      .optional()
      .meta({ description: 'What to set in the item so that the problem is gone. Absent when no setting fixes it.' }),
    source: z
      .url()
      .optional()
      .meta({
        description: "The platform's own page that the rule is from. Absent when it is from elsewhere.",
        examples: ['https://docs.x.com/x-api/media/quickstart/best-practices'],
      }),
  })
  .meta({ id: 'PreflightProblem', description: "A platform's rule that an item breaks." })

const publishingPriceItemSchema = z
  .object({
    item: z.enum(['post', 'x', 'further_x_posts']).meta({
      description:
        '`post`: the post. `x`: that it goes to X. `further_x_posts`: what follows in threads on X, and first comments there. New items may be added.',
    }),
    quantity: z.int().positive().meta({ description: 'How many of it.' }),
    credits_each: credits('What one costs.'),
    credits: credits('What all of them cost.'),
  })
  .meta({ id: 'PublishingPriceItem', description: 'A part of the price of publishing a post.' })
export const preflightChangeSchema = z
  .object({
    item: z.int().nonnegative().meta({ description: 'Which item, counted from 0.' }),
    post_type: postTypeSchema,
    path: z.string().meta({ description: 'The path of the file, as in code.', examples: ['items[0].media_ids[0]'] }),
    ...renditionChangeSchema.shape,
  })
  .meta({ id: 'PreflightChange', description: 'What will be different in what is posted from a file of an item.' })

export const preflightSchema = z
  .object({
    publishable: z.boolean().meta({ description: 'Whether no item has an `error`.' }),
    problems: z
      .array(preflightProblemSchema)
      .meta({ description: 'Every rule that an item breaks. Empty when there is no problem.' }),
    credits: credits('What publishing all items costs.'),
    breakdown: z
      .array(publishingPriceItemSchema)
      .meta({ description: 'What the credits are made of. What is not posted is refunded at the end.' }),
    changes: z.array(preflightChangeSchema).meta({
      description: 'What will be changed so that the media fit, as the `fit` of the items allows.',
    }),
    ...warningsShape,
  })
  .meta({ id: 'Preflight', description: 'Whether the platforms would accept a post.' })

export type PreflightChange = z.output<typeof preflightChangeSchema>
export type Preflight = z.output<typeof preflightSchema>
export type PreflightProblem = z.output<typeof preflightProblemSchema>
