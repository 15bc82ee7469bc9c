import { z } from 'zod'
import { PLATFORMS } from '../platforms/index.ts'

export const warningSchema = z
  .object({
    code: z.string().meta({
      description: 'What it is about, as a code for programs. New codes may be added.',
      examples: ['source_not_read'],
    }),
    message: z.string().meta({ description: 'What was not done, or what a person should look at.' }),
    platform: z.enum(PLATFORMS).optional().meta({ description: 'The platform it is about. Absent: all of them.' }),
    field: z
      .string()
      .optional()
      .meta({ description: 'The field of the request it is about. Absent: none in particular.', examples: ['prompt'] }),
  })
  .meta({ id: 'Warning', description: 'What was not done as requested, or what a person should look at.' })

/** Warnings of an answer, as its schema has them. */
export const warnings = (of: string) =>
  z.array(warningSchema).meta({
    description: `What was not done as requested${of}, and what a person should look at. Empty when there is nothing to say.`,
  })

export type Warning = z.output<typeof warningSchema>
