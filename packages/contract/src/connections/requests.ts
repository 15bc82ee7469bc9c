import { z } from 'zod'
import { givenId, madeId, pathId, timestamp } from '../common/ids.ts'
import { warningsShape } from '../common/warnings.ts'
import { platformSchema } from '../content/schemas.ts'
import { accountKindSchema, CONNECTION_LIMITS } from './schemas.ts'

export const connectionRequestStatusSchema = z.enum(['waiting', 'choosing', 'connected', 'failed', 'expired']).meta({
  id: 'ConnectionRequestStatus',
  description:
    '`waiting`: nobody has signed in yet. `choosing`: the sign-in reaches several accounts, of which some must be chosen. `connected`: done. `failed`: see `error`. `expired`: nobody signed in, or chose, in time. The last three are final.',
})

export const connectionChoiceSchema = z
  .object({
    choice_id: z.string().meta({ description: 'What to choose it by.' }),
    platform: platformSchema,
    kind: accountKindSchema,
    display_name: z.string().meta({ description: 'The name of the account on the platform.' }),
    picture_url: z
      .url()
      .optional()
      .meta({ description: "The account's picture, at the platform. Absent: the platform names none." }),
  })
  .meta({ id: 'ConnectionChoice', description: 'An account that a sign-in reaches.' })

export const connectionRequestErrorCodeSchema = z
  .enum(['ACCESS_DENIED', 'NO_ACCOUNTS', 'NOT_ALLOWED', 'PLATFORM_REFUSED', 'INTERRUPTED'])
  .meta({
    id: 'ConnectionRequestErrorCode',
    description:
      '`ACCESS_DENIED`: the person did not allow access. `NO_ACCOUNTS`: the sign-in reaches no account that can be published to. `NOT_ALLOWED`: the API key or the workspace of the request is gone, or the workspace has too many connections. `PLATFORM_REFUSED`: the platform gave no access, or could not be reached. `INTERRUPTED`: the server stopped during the sign-in.',
  })

export const connectionRequestSchema = z
  .object({
    request_id: madeId('Unique id of the request.'),
    platform: platformSchema,
    sandbox: z.boolean().meta({ description: 'Whether its connections publish nothing.' }),
    status: connectionRequestStatusSchema,
    reference: z.string().optional().meta({ description: 'The `reference` it was created with.' }),
    choices: z
      .array(connectionChoiceSchema)
      .optional()
      .meta({ description: 'With `choosing`: the accounts that the sign-in reaches.' }),
    connection_ids: z
      .array(z.uuid())
      .optional()
      .meta({ description: 'With `connected`: the connections that were created or renewed.' }),
    error: z
      .object({
        code: connectionRequestErrorCodeSchema,
        message: z.string().meta({ description: 'Why it failed, as text.' }),
      })
      .optional()
      .meta({ description: 'With `failed`: why.' }),
    expires_at: timestamp('When the link, or the choice, expires. A day later the request is deleted.'),
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) made.' }),
    ...warningsShape,
  })
  .meta({ id: 'ConnectionRequest', description: 'What became of the sign-in of a person.' })

export const chooseAccountsRequestSchema = z
  .object({
    choice_ids: z
      .array(givenId('A `choice_id`.'))
      .min(1, { error: 'must have at least 1 item' })
      .max(CONNECTION_LIMITS.perWorkspace, { error: `must have at most ${CONNECTION_LIMITS.perWorkspace} items` })
      .meta({ description: 'The accounts to connect. The others are forgotten.' }),
  })
  .meta({ id: 'ChooseAccountsRequest', description: 'Which accounts of a sign-in to connect.' })

export const connectionRequestPathSchema = z.object({ id: pathId('The `request_id`.') })

export type ChooseAccountsRequest = z.output<typeof chooseAccountsRequestSchema>
export type ConnectionChoice = z.output<typeof connectionChoiceSchema>
export type ConnectionRequest = z.output<typeof connectionRequestSchema>
export type ConnectionRequestErrorCode = z.output<typeof connectionRequestErrorCodeSchema>
export type ConnectionRequestStatus = z.output<typeof connectionRequestStatusSchema>
