import { z } from 'zod'
import { madeId, timestamp } from '../common/ids.ts'
import { CHOICE_NAMES } from '../platforms/choices.ts'
import { connectionPathSchema } from './schemas.ts'

/** Bounds of what is kept of a list: how many choices, and their texts in UTF-16 code units. */
export const CHOICE_LIMITS = { perList: 1000, value: 500, label: 200, description: 500 } as const

export const choiceNameSchema = z.enum(CHOICE_NAMES).meta({
  id: 'ChoiceName',
  description:
    '`categories`, `playlists`: of YouTube. `creator_info`: what TikTok lets the creator choose: who can see a post, and whether people may comment, duet and stitch. `organizations`: the organizations that a member of LinkedIn may post for.',
})

export const choicesPathSchema = connectionPathSchema.extend({ name: choiceNameSchema })

export const platformChoiceSchema = z
  .object({
    option: z
      .string()
      .optional()
      .meta({
        description:
          'The option of an item that takes the value. Absent: none does, and it is there to be read or shown.',
        examples: ['playlist_id'],
      }),
    value: z.union([z.string(), z.boolean()]).meta({ description: 'The value to send.', examples: ['PLx1'] }),
    label: z.string().meta({ description: 'What people read, in the words of the platform where it has any.' }),
    description: z.string().optional().meta({ description: 'More about it, as text. Absent: nothing.' }),
  })
  .meta({ id: 'PlatformChoice', description: 'One of the values that an account can choose between.' })

export const platformChoicesSchema = z
  .object({
    connection_id: madeId('The connection.'),
    name: choiceNameSchema,
    choices: z
      .array(platformChoiceSchema)
      .meta({ description: 'In the order of the platform. Empty: there are none.' }),
    checked_at: timestamp(
      'When the platform was asked. An answer older than five minutes is asked for again, at most once a minute.',
    ),
    error: z
      .string()
      .optional()
      .meta({ description: 'Why the platform could not be asked now, as text. What it said before is still here.' }),
  })
  .meta({ id: 'PlatformChoices', description: 'A list that a platform keeps for an account.' })

export type PlatformChoice = z.output<typeof platformChoiceSchema>
export type PlatformChoices = z.output<typeof platformChoicesSchema>
