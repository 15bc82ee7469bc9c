import { z } from 'zod'
import { platformSchema } from '../content/terms.ts'

/** What the API says of one kind of thing that was accepted, but not done as it was asked for. */
export interface WarningDefinition {
  /** What it means, in a few words. */
  readonly title: string
}

/** Every warning that a successful response can have: the schema, the clients' types and the docs derive from it. */
export const WARNINGS = {
  unknown_field: { title: 'The operation does not know this field of the body. It was ignored' },
  converted: { title: 'The file was stored in another format' },
  repaired: { title: 'The file was stored with a few bytes corrected' },
  not_decoded: { title: 'The server has no decoder for the video, so it is not known whether it plays' },
} as const satisfies Record<string, WarningDefinition>

export type WarningCode = keyof typeof WARNINGS

export const WARNING_CODES = Object.keys(WARNINGS) as [WarningCode, ...WarningCode[]]

export const warningSchema = z
  .object({
    code: z.enum(WARNING_CODES).meta({
      description: `${WARNING_CODES.map((code) => `\`${code}\`: ${WARNINGS[code].title}.`).join(' ')} New codes may be added: show the message of an unknown one.`,
    }),
    message: z.string().meta({ description: 'What was not done, or done differently, in one sentence.' }),
    platform: platformSchema.optional().meta({ description: 'The platform it is about. Absent when it is about all.' }),
    field: z
      .string()
      .optional()
      .meta({
        description: 'The path of the field of the request, as in code. Absent when it is about none.',
        examples: ['items[0].captoin'],
      }),
  })
  .meta({ id: 'Warning', description: 'Something that was accepted, but not done as it was asked for.' })

/** The field of a response that says what was not done. */
export const warningsShape = {
  warnings: z.array(warningSchema).optional().meta({
    description:
      'What was not done as requested, and fields of the body that are not known. Absent when there is nothing.',
  }),
} as const

export type Warning = z.output<typeof warningSchema>
