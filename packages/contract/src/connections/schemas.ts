import { z } from 'zod'
import { madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { boundedText, NOT_BLANK } from '../common/text.ts'
import { platformSchema } from '../content/schemas.ts'

/** Bounds of connections: how many a workspace has, and a name in Unicode code points. */
export const CONNECTION_LIMITS = { perWorkspace: 100, displayName: 100 } as const

export const connectionStatusSchema = z.enum(['active', 'expiring', 'expired', 'revoked']).meta({
  id: 'ConnectionStatus',
  description:
    '`active`: can publish. `expiring`: expires in less than seven days unless it is reconnected. `expired`, `revoked`: cannot publish until it is reconnected.',
})

export const createConnectionRequestSchema = z
  .object({
    platform: platformSchema,
    sandbox: z.boolean().optional().meta({
      description:
        'Whether to create a sandbox connection at once. It publishes nothing, and is for testing. A sandbox key creates only sandbox connections. @default false',
    }),
    display_name: boundedText({ min: 1, max: CONNECTION_LIMITS.displayName, pattern: NOT_BLANK })
      .optional()
      .meta({ description: 'The name of a sandbox connection. A real one has the name of its platform account.' }),
  })
  .meta({ id: 'CreateConnectionRequest', description: 'Which platform to connect.' })

export const connectionSchema = z
  .object({
    connection_id: madeId('Unique id of the connection.'),
    platform: platformSchema,
    sandbox: z.boolean().meta({ description: 'Whether it is a sandbox connection, which publishes nothing.' }),
    display_name: z.string().meta({ description: 'The display name of the platform account.' }),
    platform_account_id: z
      .string()
      .nullable()
      .meta({ description: "The platform's id of the account; null in the sandbox." }),
    status: connectionStatusSchema,
    expires_at: timestamp('When it expires unless it is reconnected; null: never.').nullable(),
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) made.' }),
    created_by: createdBySchema,
    created_at: timestamp('When it was connected.'),
  })
  .meta({ id: 'Connection', description: 'A platform account that posts are published to.' })

export const connectionAuthorizationSchema = z
  .object({
    authorize_url: z
      .url()
      .meta({ description: 'The page where a person signs in to the platform and allows this server to publish.' }),
    expires_at: timestamp('When it expires. It can be used once.'),
  })
  .meta({
    id: 'ConnectionAuthorization',
    description: 'The sign-in page that a person opens to create the connection.',
  })

export const createConnectionResponseSchema = z
  .union([connectionSchema, connectionAuthorizationSchema])
  .meta({ id: 'CreateConnectionResponse', description: 'A sandbox connection, or the sign-in page for a real one.' })

export const connectionPageSchema = pageOf('ConnectionPage', 'A page of connections.', connectionSchema)

export const listConnectionsQuerySchema = z.object({
  platform: platformSchema.optional().meta({ description: 'Only connections of this platform.' }),
  ...pageQuery,
})

/** What a platform sends a person back with. */
export const completeConnectionQuerySchema = z.object({
  state: z.string().min(1).max(500).meta({ description: 'The `state` that `authorize_url` passed to the platform.' }),
  code: z.string().max(4096).optional().meta({ description: 'The authorization code: the person agreed.' }),
  error: z.string().max(4096).optional().meta({ description: 'Why there is no `code`, e.g. `access_denied`.' }),
})

export const connectionPathSchema = z.object({ id: pathId('The `connection_id`.') })

export type Connection = z.output<typeof connectionSchema>
export type ConnectionAuthorization = z.output<typeof connectionAuthorizationSchema>
export type ConnectionPage = z.output<typeof connectionPageSchema>
export type ConnectionStatus = z.output<typeof connectionStatusSchema>
export type CreateConnectionRequest = z.output<typeof createConnectionRequestSchema>
export type CreateConnectionResponse = z.output<typeof createConnectionResponseSchema>
export type ListConnectionsQuery = z.output<typeof listConnectionsQuerySchema>
