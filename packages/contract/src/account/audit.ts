import { z } from 'zod'
import { givenId, madeId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { principalExample, principalSchema } from '../common/principal.ts'
import { RESOURCE_TYPES } from '../common/resources.ts'
import { boundedText } from '../common/text.ts'

const resourceTypeSchema = z
  .enum(RESOURCE_TYPES)
  .meta({ id: 'ResourceType', description: 'What kind of resource was changed.' })

const stateSchema = z.record(z.string(), z.unknown()).nullable()

export const auditEntrySchema = z
  .object({
    entry_id: madeId('Unique id of the entry.'),
    action: z.string().meta({
      description:
        'What was done: the `operationId`, or `authenticate` for a revoked or expired API key that was refused.',
      examples: ['updateWebhookEndpoint'],
    }),
    principal: principalSchema,
    key_id: z
      .uuid()
      .nullable()
      .meta({ description: 'The API key that was used, or that asked for the link that was opened.' }),
    resource: z
      .object({
        type: resourceTypeSchema,
        id: z.string().nullable().meta({ description: 'Its id; null: the change made none yet.' }),
      })
      .meta({ description: 'What was changed.' }),
    workspace_id: z.guid().nullable().meta({ description: 'In which workspace; null: it belongs to the account.' }),
    before: stateSchema.meta({
      description:
        'The resource before the change, without secrets and shortened: at most 4,000 characters of JSON. Null: it is new, or not kept.',
    }),
    after: stateSchema.meta({
      description: 'The same after the change. Null: it was deleted, or nothing was changed.',
    }),
    address: z.string().nullable().meta({ description: 'The remote address that the request came from.' }),
    request_id: z.string().nullable().meta({ description: 'The `X-Request-Id` of the request.' }),
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) did.' }),
    created_at: timestamp('When it was done.'),
  })
  .meta({ id: 'AuditEntry', description: 'One change, with who made it. Entries never change.' })

export const auditPageSchema = pageOf('AuditPage', 'A page of the audit log.', auditEntrySchema)

const time = (description: string) =>
  z.iso
    .datetime({ offset: true, error: 'must be a time as 2027-01-01T00:00:00Z' })
    .optional()
    .meta({ description, examples: ['2026-11-22T18:00:00Z'] })

const filters = {
  principal_id: givenId('Only what this API key did, or what links did that it asked for.').optional(),
  action: boundedText({ min: 1, max: 64 }).optional().meta({ description: 'Only this action.' }),
  resource_type: resourceTypeSchema.optional(),
  resource_id: givenId('Only changes of this resource.').optional(),
  workspace_id: givenId('Only changes in this workspace.').optional(),
  since: time('Only from this time on.'),
  until: time('Only before this time.'),
}

export const exportAuditLogQuerySchema = z.object(filters)

export const listAuditLogQuerySchema = z.object({ ...filters, ...pageQuery })

export type AuditEntry = z.output<typeof auditEntrySchema>
export type AuditPage = z.output<typeof auditPageSchema>
export type AuditFilters = z.output<typeof exportAuditLogQuerySchema>
export type ListAuditLogQuery = z.output<typeof listAuditLogQuerySchema>

const endpoint = { endpoint_id: '0199a1b2-0000-7000-8000-000000000010', events: ['post.failed'] }

export const auditEntryExample: AuditEntry = {
  entry_id: '0199a1b2-0000-7000-8000-000000000011',
  action: 'updateWebhookEndpoint',
  principal: principalExample,
  key_id: principalExample.id,
  resource: { type: 'webhook_endpoint', id: endpoint.endpoint_id },
  workspace_id: '0199a1b2-0000-7000-8000-000000000004',
  before: { ...endpoint, url: 'https://example.com/old' },
  after: { ...endpoint, url: 'https://example.com/new' },
  address: '203.0.113.7',
  request_id: '0199a1b2-0000-7000-8000-000000000012',
  livemode: true,
  created_at: '2026-11-22T18:53:52.000Z',
}
