import { z } from 'zod'
import { givenId, madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
import { warningsShape } from '../common/warnings.ts'
import { webhookEventNameSchema } from '../events/index.ts'

/** The most attempts that are kept of a delivery: the first ones of one that was replayed often are gone. */
export const KEPT_ATTEMPTS = 30

/** What of an answer is kept, in bytes. */
export const RESPONSE_EXCERPT_BYTES = 1024

/** The most deliveries that one request replays. */
export const MAX_REPLAYED = 10_000

export const webhookDeliveryStatusSchema = z.enum(['pending', 'delivered', 'failed']).meta({
  id: 'WebhookDeliveryStatus',
  description:
    '`pending`: is sent now, or again later. `delivered`: the endpoint returned 2xx. `failed`: all attempts failed, or the endpoint was disabled.',
})

export const webhookAttemptSchema = z
  .object({
    at: timestamp('When the attempt started.'),
    status_code: z
      .int()
      .nullable()
      .meta({ description: 'The status code of the response; null when there was no response.' }),
    duration_ms: z.int().nonnegative().meta({ description: 'Duration in milliseconds.' }),
    error: z.string().nullable().meta({ description: 'Why it failed, as text; null when it succeeded.' }),
    response_excerpt: z
      .string()
      .nullable()
      .meta({ description: 'The first 1,024 bytes of the response; null when there was none.' }),
  })
  .meta({ id: 'WebhookAttempt', description: 'One request to an endpoint.' })

export const webhookDeliverySchema = z
  .object({
    delivery_id: madeId('Unique id of the delivery.'),
    webhook_id: madeId('The `webhook-id` header: the same in all attempts and replays.'),
    endpoint_id: madeId('The endpoint it is sent to.'),
    event: webhookEventNameSchema,
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) started.' }),
    status: webhookDeliveryStatusSchema,
    attempts: z.array(webhookAttemptSchema).meta({ description: `The last ${KEPT_ATTEMPTS} attempts, oldest first.` }),
    next_attempt_at: timestamp('When the next attempt is made; null: there is none.').nullable(),
    created_at: timestamp('When it happened.'),
  })
  .meta({ id: 'WebhookDelivery', description: 'The delivery of one event to one endpoint. Kept for 30 days.' })

export const webhookDeliveryWithPayloadSchema = z
  .object({
    ...webhookDeliverySchema.shape,
    payload: z.string().meta({ description: 'The body of the request, as it was signed: JSON.' }),
  })
  .meta({ id: 'WebhookDeliveryWithPayload', description: 'A delivery, with the body of its request.' })

export const webhookDeliveryPageSchema = pageOf(
  'WebhookDeliveryPage',
  'A page of webhook deliveries.',
  webhookDeliverySchema,
)

export const listWebhookDeliveriesQuerySchema = z.object({
  endpoint_id: givenId('Only deliveries to this endpoint.').optional(),
  event: webhookEventNameSchema.optional().meta({ description: 'Only deliveries of this event.' }),
  status: webhookDeliveryStatusSchema.optional().meta({ description: 'Only deliveries of this status.' }),
  ...pageQuery,
})

export const webhookDeliveryPathSchema = z.object({ id: pathId('The `delivery_id`.') })

export const replayWebhookDeliveriesRequestSchema = z
  .object({
    since: z.iso.datetime({ offset: true, error: 'must be a time as 2026-11-22T18:00:00Z' }).meta({
      description: 'Replays deliveries of events from this time on.',
      examples: ['2026-11-22T18:00:00Z'],
    }),
    status: z
      .enum(['delivered', 'failed'])
      .optional()
      .meta({ description: 'Replays only deliveries of this status. Default: both.' }),
  })
  .meta({ id: 'ReplayWebhookDeliveriesRequest', description: 'Which deliveries of an endpoint to send again.' })

export const replayWebhookDeliveriesResponseSchema = z
  .object({
    replayed: z.int().nonnegative().meta({ description: 'How many deliveries are sent again.' }),
    has_more: z.boolean().meta({
      description: `Whether there are more. One request replays the ${MAX_REPLAYED.toLocaleString('en')} oldest deliveries.`,
    }),
    next_since: timestamp('The `since` for the next request; null: there are no more.').nullable(),
    ...warningsShape,
  })
  .meta({ id: 'ReplayWebhookDeliveriesResponse', description: 'How many deliveries are replayed.' })

export type ListWebhookDeliveriesQuery = z.output<typeof listWebhookDeliveriesQuerySchema>
export type ReplayWebhookDeliveriesRequest = z.output<typeof replayWebhookDeliveriesRequestSchema>
export type ReplayWebhookDeliveriesResponse = z.output<typeof replayWebhookDeliveriesResponseSchema>
export type WebhookAttempt = z.output<typeof webhookAttemptSchema>
export type WebhookDelivery = z.output<typeof webhookDeliverySchema>
export type WebhookDeliveryWithPayload = z.output<typeof webhookDeliveryWithPayloadSchema>
export type WebhookDeliveryPage = z.output<typeof webhookDeliveryPageSchema>
export type WebhookDeliveryStatus = z.output<typeof webhookDeliveryStatusSchema>
