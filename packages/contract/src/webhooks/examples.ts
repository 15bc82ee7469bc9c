import { principalExample } from '../common/principal.ts'
import type { CreateWebhookEndpointResponse, RotateWebhookSecretResponse, WebhookEndpoint } from './endpoints.ts'
import type { WebhookDelivery } from './deliveries.ts'

export const webhookEndpointExample: WebhookEndpoint = {
  endpoint_id: '0199a1b2-0000-7000-8000-000000000011',
  url: 'https://example.com/webhooks/powerpost',
  events: ['generation.completed', 'generation.failed'],
  disabled: false,
  disabled_reason: null,
  livemode: true,
  created_by: principalExample,
  created_at: '2026-11-22T18:53:52.000Z',
}

const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'

export const createWebhookEndpointResponseExample: CreateWebhookEndpointResponse = { ...webhookEndpointExample, secret }

export const rotateWebhookSecretResponseExample: RotateWebhookSecretResponse = {
  ...webhookEndpointExample,
  secret,
  previous_secret_expires_at: '2026-11-23T18:53:52.000Z',
}

const waiting: WebhookDelivery = {
  delivery_id: '0199a1b2-0000-7000-8000-000000000012',
  webhook_id: '0199a1b2-0000-7000-8000-000000000013',
  endpoint_id: webhookEndpointExample.endpoint_id,
  event: 'generation.completed',
  livemode: true,
  status: 'pending',
  attempts: [],
  next_attempt_at: '2026-11-22T18:53:52.000Z',
  created_at: '2026-11-22T18:53:52.000Z',
}

export const webhookTestExample: WebhookDelivery = { ...waiting, event: 'webhook.test' }

export const webhookDeliveryExample: WebhookDelivery = {
  ...waiting,
  attempts: [
    {
      at: '2026-11-22T18:53:52.031Z',
      status_code: 503,
      duration_ms: 84,
      error: 'It answered 503.',
      response_excerpt: 'We will be back soon.',
    },
  ],
  next_attempt_at: '2026-11-22T18:53:57.212Z',
}
