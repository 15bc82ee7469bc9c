import { z } from 'zod'
import { givenId, madeId, pathId, timestamp } from '../common/ids.ts'
import { pageOf, pageQuery } from '../common/pagination.ts'
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
    '`pending`: it is tried, or will be again. `delivered`: the endpoint answered 2xx. `failed`: it was tried to the end, or the endpoint was disabled.',
})

export const webhookAttemptSchema = z
  .object({
    at: timestamp('When it began.'),
    status_code: z.int().nullable().meta({ description: 'What the endpoint answered; null when it did not.' }),
    duration_ms: z.int().nonnegative().meta({ description: 'How long it took, in milliseconds.' }),
    error: z.string().nullable().meta({ description: 'Why it failed, for a person; null when it did not.' }),
    response_excerpt: z
      .string()
      .nullable()
      .meta({ description: 'The first 1,024 bytes of the answer; null when there was none.' }),
  })
  .meta({ id: 'WebhookAttempt', description: 'One request to an endpoint.' })

export const webhookDeliverySchema = z
  .object({
    delivery_id: madeId('Unique id of the delivery.'),
    webhook_id: madeId('The `webhook-id` header: the same through all attempts and replays.'),
    endpoint_id: madeId('Where it is sent.'),
    event: webhookEventNameSchema,
    livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) started.' }),
    status: webhookDeliveryStatusSchema,
    attempts: z
      .array(webhookAttemptSchema)
      .meta({ description: `What was tried, oldest first: the last ${KEPT_ATTEMPTS}.` }),
    next_attempt_at: timestamp('When it is tried next; null: no more.').nullable(),
    created_at: timestamp('When it happened.'),
  })
  .meta({ id: 'WebhookDelivery', description: 'An event on its way to an endpoint. Kept for 30 days.' })

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
      description: 'Deliveries of what happened from then on.',
      examples: ['2026-11-22T18:00:00Z'],
    }),
    status: z
      .enum(['delivered', 'failed'])
      .optional()
      .meta({ description: 'Only deliveries that ended so. Omitted: both.' }),
  })
  .meta({ id: 'ReplayWebhookDeliveriesRequest', description: 'Which deliveries of an endpoint to send again.' })

export const replayWebhookDeliveriesResponseSchema = z
  .object({
    replayed: z.int().nonnegative().meta({ description: 'How many are sent again.' }),
    has_more: z.boolean().meta({
      description: `Whether there are more than the ${MAX_REPLAYED.toLocaleString('en')} oldest, which one request sends again.`,
    }),
    next_since: timestamp('The `since` of the request that sends the next ones; null: there are no more.').nullable(),
  })
  .meta({ id: 'ReplayWebhookDeliveriesResponse', description: 'What is sent again.' })

export type ListWebhookDeliveriesQuery = z.output<typeof listWebhookDeliveriesQuerySchema>
export type ReplayWebhookDeliveriesRequest = z.output<typeof replayWebhookDeliveriesRequestSchema>
export type ReplayWebhookDeliveriesResponse = z.output<typeof replayWebhookDeliveriesResponseSchema>
export type WebhookAttempt = z.output<typeof webhookAttemptSchema>
export type WebhookDelivery = z.output<typeof webhookDeliverySchema>
export type WebhookDeliveryPage = z.output<typeof webhookDeliveryPageSchema>
export type WebhookDeliveryStatus = z.output<typeof webhookDeliveryStatusSchema>
