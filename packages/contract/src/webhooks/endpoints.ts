import { z } from 'zod'
import { noneOf, refusing } from '../common/field-rules.ts'
import { madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { createdBySchema } from '../common/principal.ts'
import { boundedText } from '../common/text.ts'
import { warningsShape } from '../common/warnings.ts'
import { WEBHOOK_EVENTS, webhookEventNameSchema } from '../events/index.ts'

/** Bounds of webhook endpoints: how many a workspace has, and an address in Unicode code points. */
export const WEBHOOK_ENDPOINT_LIMITS = { perWorkspace: 50, url: 2048 } as const

/** How long the secret before a rotation goes on signing, in hours. */
export const ROTATION_HOURS = 24

/** How many secrets before the current one can sign at once. */
export const MAX_PREVIOUS_SECRETS = 4

const urlSchema = boundedText({ min: 1, max: WEBHOOK_ENDPOINT_LIMITS.url }).meta({
  description: 'The URL that events are sent to: HTTPS, not a private address.',
  examples: ['https://example.com/webhooks/powerpost'],
})

const eventsSchema = z
  .array(webhookEventNameSchema)
  .min(1, { error: 'must have at least 1 item' })
  .max(WEBHOOK_EVENTS.length, { error: `must have at most ${WEBHOOK_EVENTS.length} items` })
  .meta({ description: 'The events to send. Duplicates are ignored.' })

const disabledSchema = z.boolean().meta({
  description:
    'Whether sending is disabled. Events that happen meanwhile are kept as failed deliveries, and can be replayed.',
})

const webhookSecretSchema = z
  .string()
  .optional()
  .meta({
    description:
      'The secret that signs deliveries, `whsec_...`: save it now. Absent in a response that is replayed for an `Idempotency-Key`.',
    examples: ['whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'],
  })

export const createWebhookEndpointRequestSchema = z
  .object({ url: urlSchema, events: eventsSchema })
  .meta({ id: 'CreateWebhookEndpointRequest', description: 'A new webhook endpoint.' })

const CHANGEABLE = ['url', 'events', 'disabled']

export const updateWebhookEndpointRequestSchema = z
  .object({ url: urlSchema.optional(), events: eventsSchema.optional(), disabled: disabledSchema.optional() })
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    error: `must have at least one of: ${CHANGEABLE.join(', ')}`,
  })
  .meta({
    id: 'UpdateWebhookEndpointRequest',
    description:
      'The fields of a webhook endpoint to update, at least one. `disabled: false` enables one that was disabled because it failed.',
    ...refusing(noneOf(...CHANGEABLE)),
  })

export const webhookEndpointSchema = z
  .object({
    endpoint_id: madeId('Unique id of the endpoint.'),
    url: z.string().meta({ description: 'The URL that events are sent to.' }),
    events: z.array(webhookEventNameSchema).meta({ description: 'The events that are sent.' }),
    disabled: disabledSchema,
    disabled_reason: z.enum(['requested', 'gone', 'failing']).nullable().meta({
      description:
        'Why it is disabled: by a request, because it returned 410, or because every delivery failed for five days. Null when it is not disabled.',
    }),
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) made.' }),
    created_by: createdBySchema,
    created_at: timestamp('When it was created.'),
    ...warningsShape,
  })
  .meta({ id: 'WebhookEndpoint', description: 'A URL that events of a workspace are sent to.' })

export const createWebhookEndpointResponseSchema = z
  .object({ ...webhookEndpointSchema.shape, secret: webhookSecretSchema })
  .meta({
    id: 'CreateWebhookEndpointResponse',
    description: 'The new endpoint, with its secret. It is shown only this once.',
  })

export const rotateWebhookSecretResponseSchema = z
  .object({
    ...webhookEndpointSchema.shape,
    secret: webhookSecretSchema,
    previous_secret_expires_at: timestamp('Until when deliveries are also signed with the previous secret.'),
  })
  .meta({
    id: 'RotateWebhookSecretResponse',
    description: 'The endpoint, with its new secret. It is shown only this once.',
  })

export const webhookEndpointPageSchema = pageOf(
  'WebhookEndpointPage',
  'A page of webhook endpoints.',
  webhookEndpointSchema,
)

export const listWebhookEndpointsQuerySchema = z.object(pageQuery)

export const webhookEndpointPathSchema = z.object({ id: pathId('The `endpoint_id`.') })

export type CreateWebhookEndpointRequest = z.output<typeof createWebhookEndpointRequestSchema>
export type CreateWebhookEndpointResponse = z.output<typeof createWebhookEndpointResponseSchema>
export type RotateWebhookSecretResponse = z.output<typeof rotateWebhookSecretResponseSchema>
export type UpdateWebhookEndpointRequest = z.output<typeof updateWebhookEndpointRequestSchema>
export type WebhookEndpoint = z.output<typeof webhookEndpointSchema>
export type WebhookEndpointPage = z.output<typeof webhookEndpointPageSchema>
