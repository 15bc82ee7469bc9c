import { z } from 'zod'
import { madeId, timestamp } from '../common/ids.ts'
import { connectionStatusSchema } from './schemas.ts'

export const connectionHealthSchema = z
  .object({
    connection_id: madeId('Unique id of the connection.'),
    status: connectionStatusSchema,
    token_expires_at: timestamp('When the current token expires; null: never, or there is none.').nullable(),
    renews_at: timestamp(
      'When the server renews the tokens at the latest, whether the connection is used or not; null: they need no renewal, or cannot be renewed.',
    ).nullable(),
    last_renewed_at: timestamp('When the tokens were last renewed; null: not since it was connected.').nullable(),
    last_error: z
      .object({
        message: z.string().meta({ description: 'What went wrong, as text.' }),
        action: z.enum(['wait', 'reconnect']).meta({
          description:
            '`wait`: the server tries again by itself. `reconnect`: a person must connect the account again.',
        }),
        at: timestamp('When it went wrong.'),
      })
      .nullable()
      .meta({ description: 'Why the last renewal failed; null: it did not fail.' }),
    scopes: z
      .object({
        granted: z
          .array(z.string())
          .meta({ description: "The permissions that were granted, by the platform's names." }),
        missing: z.array(z.string()).meta({ description: 'Those that publishing needs and that were not granted.' }),
      })
      .meta({ description: 'The permissions of the connection. Both are empty in the sandbox.' }),
    last_posted_at: timestamp('When something was last posted to it; null: nothing was.').nullable(),
  })
  .meta({ id: 'ConnectionHealth', description: 'Whether a connection works, and for how long.' })

export type ConnectionHealth = z.output<typeof connectionHealthSchema>
