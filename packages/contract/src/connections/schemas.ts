import { z } from 'zod'
import { madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { boundedText, NOT_BLANK } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'
import { webAddress } from '../common/web-address.ts'
import { platformSchema } from '../content/schemas.ts'

/** Bounds of connections: how many a workspace has; a name in Unicode code points. */
export const CONNECTION_LIMITS = { perWorkspace: 100, displayName: 100 } as const

/** What a platform account is. It says what a person chooses between, and how posts are addressed. */
export const accountKindSchema = z.enum(['profile', 'page', 'organization', 'channel']).meta({
  id: 'AccountKind',
  description:
    '`profile`: a person or a professional account. `page`: a Facebook page. `organization`: a LinkedIn page of an organization. `channel`: a YouTube channel.',
})

export const connectionStatusSchema = z.enum(['active', 'expiring', 'expired', 'revoked']).meta({
  id: 'ConnectionStatus',
  description:
    '`active`: can publish. `expiring`: expires in less than seven days unless it is reconnected. `expired`, `revoked`: cannot publish until it is reconnected.',
})

/** Bounds of the link that a person opens. Texts in Unicode code points, times in seconds. */
export const CONNECTION_LINK_LIMITS = {
  reference: 200,
  defaultSeconds: 600,
  minSeconds: 60,
  maxSeconds: 7 * 24 * 3600,
  /** Links of a workspace that wait for a person. */
  openPerWorkspace: 100,
} as const

const { minSeconds, maxSeconds, defaultSeconds } = CONNECTION_LINK_LIMITS

export const createConnectionRequestSchema = z
  .object({
    platform: platformSchema,
    sandbox: z.boolean().optional().meta({
      description:
        'Whether to create a sandbox connection at once. It publishes nothing, and is for testing. A sandbox key creates only sandbox connections. @default false',
    }),
    sign_in: z.boolean().optional().meta({
      description:
        'With `sandbox`: whether a person signs in on a page of this server that acts as the platform and has several accounts, instead of creating the connection at once. @default false',
    }),
    return_url: webAddress()
      .optional()
      .meta({
        description:
          'Where the browser goes after the sign-in, with `request_id`, `status` and `reference` in its query. Its origin must be in `POWERPOST_RETURN_ORIGINS`. Default: a page of this server shows the result, and lets the person choose.',
        examples: ['https://app.example.com/connected'],
      }),
    reference: boundedText({ min: 1, max: CONNECTION_LINK_LIMITS.reference })
      .optional()
      .meta({ description: 'Your own name for this sign-in, e.g. the id of your user. It is returned unchanged.' }),
    expires_in_seconds: z
      .int({ error: 'must be a whole number of seconds' })
      .min(minSeconds, { error: `must be at least ${minSeconds}` })
      .max(maxSeconds, { error: `must be at most ${maxSeconds}: 7 days` })
      .optional()
      .meta({ description: `How long the link is valid, in seconds, up to 7 days. @default ${defaultSeconds}` }),
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
      .meta({ description: "The platform's id of the account; null for a sandbox connection made without a sign-in." }),
    account_kind: accountKindSchema
      .nullable()
      .meta({ description: 'What the account is; null for a sandbox connection made without a sign-in.' }),
    picture_url: z
      .url()
      .nullable()
      .meta({ description: "The account's picture, at the platform; null: the platform named none." }),
    status: connectionStatusSchema,
    expires_at: timestamp('When it expires unless it is reconnected; null: never.').nullable(),
    held_until: timestamp(
      'A quota of the platform is used up: nothing is posted to it before this time, and items wait. Absent otherwise.',
    ).optional(),
    held_reason: z
      .string()
      .optional()
      .meta({ description: 'Which quota is used up, as text. Absent when there is no `held_until`.' }),
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) made.' }),
    created_by: createdBySchema,
    created_at: timestamp('When it was connected.'),
    ...warningsShape,
  })
  .meta({ id: 'Connection', description: 'A platform account that posts are published to.' })

export const connectionAuthorizationSchema = z
  .object({
    request_id: madeId('Unique id of the request. `GET /connections/requests/{id}` shows what became of it.'),
    status: z.literal('waiting').meta({
      description: 'Nobody has signed in yet. No connection has this status, so that it tells the two apart.',
    }),
    authorize_url: z
      .url()
      .meta({ description: 'The page where a person signs in to the platform and allows this server to publish.' }),
    expires_at: timestamp('When it expires. It can be used once.'),
    ...warningsShape,
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

export const connectionPathSchema = z.object({ id: pathId('The `connection_id`.') })

export type AccountKind = z.output<typeof accountKindSchema>
export type Connection = z.output<typeof connectionSchema>
export type ConnectionAuthorization = z.output<typeof connectionAuthorizationSchema>
export type ConnectionPage = z.output<typeof connectionPageSchema>
export type ConnectionStatus = z.output<typeof connectionStatusSchema>
export type CreateConnectionRequest = z.output<typeof createConnectionRequestSchema>
export type CreateConnectionResponse = z.output<typeof createConnectionResponseSchema>
export type ListConnectionsQuery = z.output<typeof listConnectionsQuerySchema>
