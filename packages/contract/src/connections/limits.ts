import { z } from 'zod'
import { madeId, timestamp } from '../common/ids.ts'
import { postTypeSchema } from '../content/terms.ts'

export const accountLimitSchema = z
  .object({
    name: z.string().meta({ description: 'The quota, as a code.', examples: ['posts_24h'] }),
    used: z.int().nonnegative().meta({ description: 'How much of it is used up.' }),
    total: z.int().nonnegative().meta({ description: 'How much of it there is.' }),
    resets_at: timestamp(
      'When it is reset; null: it is counted over a moving window, or the platform does not say.',
    ).nullable(),
    scope: z.enum(['account', 'app']).meta({
      description: "`account`: of this platform account. `app`: of this server's app, which all accounts share.",
    }),
    post_types: z
      .array(postTypeSchema)
      .optional()
      .meta({
        description: 'The post types that count. Absent: all of the platform.',
        examples: [['facebook-reel']],
      }),
    source: z.string().meta({ description: 'Where the figures are from.', examples: ['the headers of X'] }),
  })
  .meta({ id: 'AccountLimit', description: 'A quota of a platform, as it stood when the platform said it last.' })

export const connectionLimitsSchema = z
  .object({
    connection_id: madeId('The connection.'),
    limits: z
      .array(accountLimitSchema)
      .meta({ description: 'The quotas that its platform said anything about. Empty: of none so far.' }),
    checked_at: timestamp('When the platform said it last; null: it has not.').nullable(),
    held_until: timestamp(
      'Until when nothing is posted to it, because a quota is used up. Absent when nothing is held up.',
    ).optional(),
    error: z.string().optional().meta({ description: 'Why the platform could not be asked now, as text.' }),
  })
  .meta({ id: 'ConnectionLimits', description: 'How much of the quotas of its platform a connection has left.' })

export type AccountLimit = z.output<typeof accountLimitSchema>
export type ConnectionLimits = z.output<typeof connectionLimitsSchema>
