import { z } from 'zod'
import { allOf, noneOf, refusing } from '../common/field-rules.ts'
import { credits, givenId, madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { SCOPE_PRESETS, SCOPES } from '../common/scopes.ts'
import { boundedText, NOT_BLANK } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'

/** Bounds of what people call things of their account, in Unicode code points. */
export const NAME_MAX_LENGTH = 100

/** The most of each that an account can have. Keys that are revoked or have expired do not count. */
export const ACCOUNT_LIMITS = { apiKeys: 200, workspaces: 1000 } as const

/** The most workspaces a key can be bound to. */
export const MAX_WORKSPACES_OF_KEY = 100

const nameSchema = boundedText({
  min: 1,
  max: NAME_MAX_LENGTH,
  pattern: NOT_BLANK,
}).meta({ description: 'The display name. At most 100 characters.' })

export const creditsSchema = z
  .object({ balance: credits('The credits that are left.') })
  .meta({ id: 'Credits', description: "The account's balance." })

export const ledgerEntrySchema = z
  .object({
    entry_id: madeId('Unique id of the entry.'),
    kind: z.enum(['grant', 'debit', 'refund']).meta({
      description: '`grant`: granted. `debit`: charged for an operation. `refund`: refunded for an operation.',
    }),
    amount: z.int().meta({ description: 'Credits: positive when added, negative when charged.' }),
    balance_after: credits('The balance after this entry.'),
    operation: z
      .object({
        type: z.string().meta({ description: 'The kind of operation.', examples: ['generation'] }),
        id: madeId('Its id.'),
      })
      .nullable()
      .meta({ description: 'The operation it belongs to; null for a grant.' }),
    note: z
      .string()
      .nullable()
      .meta({ description: 'Why it was granted, or refunded though the operation was completed; null otherwise.' }),
    created_at: timestamp('When it happened.'),
  })
  .meta({ id: 'LedgerEntry', description: 'One change of the balance. The balance is the sum of all entries.' })

export const ledgerPageSchema = pageOf('LedgerPage', "A page of the account's ledger.", ledgerEntrySchema)

export const listLedgerQuerySchema = z.object(pageQuery)

export const workspaceSchema = z
  .object({
    workspace_id: z.guid().meta({ description: 'Unique id of the workspace, for `X-Workspace-Id`.' }),
    name: z.string().meta({ description: 'The display name.' }),
    created_at: timestamp('When it was created.'),
    ...warningsShape,
  })
  .meta({
    id: 'Workspace',
    description: 'Media, styles, generations and posts belong to a workspace. Credits belong to the account.',
  })

export const workspacePageSchema = pageOf('WorkspacePage', 'A page of workspaces.', workspaceSchema)

export const listWorkspacesQuerySchema = z.object(pageQuery)

export const createWorkspaceRequestSchema = z
  .object({ name: nameSchema })
  .meta({ id: 'CreateWorkspaceRequest', description: 'A new workspace.' })

export const updateWorkspaceRequestSchema = z
  .object({ name: nameSchema })
  .meta({ id: 'UpdateWorkspaceRequest', description: 'The fields of a workspace to update.' })

export const deleteWorkspaceQuerySchema = z.object({
  force: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: '`true` permanently deletes everything in the workspace too.' }),
})

export const workspacePathSchema = z.object({ id: pathId('The `workspace_id`.') })

export const scopeSchema = z.enum(SCOPES).meta({ id: 'Scope', description: 'What a key may do.' })

export const scopePresetSchema = z
  .enum(Object.keys(SCOPE_PRESETS) as [keyof typeof SCOPE_PRESETS, ...(keyof typeof SCOPE_PRESETS)[]])
  .meta({
    id: 'ScopePreset',
    description:
      '`read_write`: everything. `read_draft`: everything but publishing, managing the account and changing settings. `read_only`: reading.',
  })

export const apiKeySchema = z
  .object({
    key_id: madeId('Unique id of the key.'),
    name: z.string().meta({ description: 'The display name.' }),
    prefix: z.string().meta({ description: 'The first characters of the key, to recognise it.' }),
    scopes: z.array(scopeSchema).meta({ description: 'What the key may do.' }),
    livemode: z.boolean().meta({ description: 'False for a sandbox key (`pp_test_sk_`).' }),
    workspace_ids: z
      .array(z.guid().meta({ description: 'A workspace.' }))
      .nullable()
      .meta({ description: 'The workspaces the key is limited to; null: all of the account.' }),
    created_by: createdBySchema,
    created_at: timestamp('When it was created.'),
    expires_at: timestamp('When it expires; null: never.').nullable(),
    last_used_at: timestamp('When it was last used, to the minute; null: not yet.').nullable(),
  })
  .meta({
    id: 'ApiKey',
    description: 'An API key, without the secret key itself, which is shown once, when it is created.',
  })

export const apiKeyPageSchema = pageOf('ApiKeyPage', 'A page of API keys.', apiKeySchema)

export const listApiKeysQuerySchema = z.object(pageQuery)

export const createApiKeyRequestSchema = z
  .object({
    name: nameSchema,
    preset: scopePresetSchema.optional(),
    scopes: z
      .array(scopeSchema)
      .min(1, { error: 'must have at least 1 item' })
      .max(100, { error: 'must have at most 100 items' })
      .optional()
      .meta({ description: 'What the key may do. Duplicates are ignored.' }),
    sandbox: z.boolean().optional().meta({
      description: 'Whether it is a sandbox key (`pp_test_sk_`). Default: the same as the key that creates it.',
    }),
    workspace_ids: z
      .array(givenId('A `workspace_id` of yours.'))
      .min(1, { error: 'must have at least 1 item' })
      .max(MAX_WORKSPACES_OF_KEY, { error: `must have at most ${MAX_WORKSPACES_OF_KEY} items` })
      .optional()
      .meta({
        description: 'The workspaces the key is limited to. Default: those of the key that creates it, usually all.',
      }),
    expires_at: z.iso
      .datetime({ offset: true, error: 'must be a time as 2027-01-01T00:00:00Z' })
      .optional()
      .meta({
        description: 'When it expires, in the future. Default: when the key that creates it expires, usually never.',
        examples: ['2027-01-01T00:00:00Z'],
      }),
  })
  .refine((body) => (body.preset === undefined) !== (body.scopes === undefined), {
    error: 'is required, or scopes; not both',
    path: ['preset'],
  })
  .meta({
    id: 'CreateApiKeyRequest',
    description: 'A new API key, with either a `preset` or `scopes`. It cannot do more than the key that creates it.',
    ...refusing(noneOf('preset', 'scopes'), allOf('preset', 'scopes')),
  })

export const createApiKeyResponseSchema = z
  .object({
    ...apiKeySchema.shape,
    key: z.string().optional().meta({
      description: 'The secret key: save it now. Absent in a response that is replayed for an `Idempotency-Key`.',
    }),
    ...warningsShape,
  })
  .meta({
    id: 'CreateApiKeyResponse',
    description: 'The new API key, with the secret key. It is shown only this once.',
  })

export const deleteApiKeyQuerySchema = z.object({
  with_children: z.enum(['true', 'false']).optional().meta({
    description: '`true` also revokes the keys that it created, and those that they created.',
  }),
})

export const apiKeyPathSchema = z.object({ id: pathId('The `key_id`.') })

export type Credits = z.output<typeof creditsSchema>
export type LedgerEntry = z.output<typeof ledgerEntrySchema>
export type ListLedgerQuery = z.output<typeof listLedgerQuerySchema>
export type LedgerPage = z.output<typeof ledgerPageSchema>
export type Workspace = z.output<typeof workspaceSchema>
export type WorkspacePage = z.output<typeof workspacePageSchema>
export type ListWorkspacesQuery = z.output<typeof listWorkspacesQuerySchema>
export type CreateWorkspaceRequest = z.output<typeof createWorkspaceRequestSchema>
export type UpdateWorkspaceRequest = z.output<typeof updateWorkspaceRequestSchema>
export type DeleteWorkspaceQuery = z.output<typeof deleteWorkspaceQuerySchema>
export type ApiKey = z.output<typeof apiKeySchema>
export type ApiKeyPage = z.output<typeof apiKeyPageSchema>
export type ListApiKeysQuery = z.output<typeof listApiKeysQuerySchema>
export type CreateApiKeyRequest = z.output<typeof createApiKeyRequestSchema>
export type CreateApiKeyResponse = z.output<typeof createApiKeyResponseSchema>
