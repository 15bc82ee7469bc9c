import { z } from 'zod'
import { madeId, timestamp } from '../common/ids.ts'

const allowedOptionSchema = z
  .object({
    name: z
      .string()
      .meta({ description: 'The name of the option, as in `options` of an item.', examples: ['privacy_level'] }),
    allowed: z
      .array(z.union([z.string(), z.boolean()]))
      .meta({ description: 'The values that the account may choose from.', examples: [['SELF_ONLY']] }),
  })
  .meta({ id: 'AllowedOption', description: 'What an account may choose of one option.' })

const accountCapabilities = {
  text_length: z.int().positive().optional().meta({
    description: 'The longest text of a post, as the platform counts. Absent: the limit of the post type.',
  }),
  video_seconds: z.number().positive().optional().meta({
    description: 'The longest video, in seconds. Absent: the limit of the post type.',
  }),
  options: z
    .array(allowedOptionSchema)
    .meta({ description: 'The options of which the account may not choose every value. Empty: of all it may.' }),
}

/** What a platform says of one account, as it is kept with its connection. */
export const accountCapabilitiesSchema = z.object(accountCapabilities)

export const connectionCapabilitiesSchema = z
  .object({
    connection_id: madeId('The connection.'),
    ...accountCapabilities,
    checked_at: timestamp(
      'When the platform was asked; null: it says nothing about single accounts, or could not be asked yet. An answer older than an hour is asked for again.',
    ).nullable(),
    error: z
      .string()
      .optional()
      .meta({ description: 'Why the platform could not be asked now, as text. What it said before is still here.' }),
  })
  .meta({
    id: 'ConnectionCapabilities',
    description: 'What holds for one platform account, where it differs from the limits of the platform.',
  })

export type AccountCapabilities = z.output<typeof accountCapabilitiesSchema>
export type ConnectionCapabilities = z.output<typeof connectionCapabilitiesSchema>
