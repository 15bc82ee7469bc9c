export {
  KEPT_ATTEMPTS,
  listWebhookDeliveriesQuerySchema,
  MAX_REPLAYED,
  replayWebhookDeliveriesRequestSchema,
  replayWebhookDeliveriesResponseSchema,
  RESPONSE_EXCERPT_BYTES,
  webhookAttemptSchema,
  webhookDeliveryPageSchema,
  webhookDeliverySchema,
  webhookDeliveryStatusSchema,
  webhookDeliveryWithPayloadSchema,
} from './deliveries.ts'
export type {
  ListWebhookDeliveriesQuery,
  ReplayWebhookDeliveriesRequest,
  ReplayWebhookDeliveriesResponse,
  WebhookAttempt,
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookDeliveryStatus,
  WebhookDeliveryWithPayload,
} from './deliveries.ts'
export {
  createWebhookEndpointRequestSchema,
  createWebhookEndpointResponseSchema,
  rotateWebhookSecretResponseSchema,
  MAX_PREVIOUS_SECRETS,
  ROTATION_HOURS,
  updateWebhookEndpointRequestSchema,
  WEBHOOK_ENDPOINT_LIMITS,
  webhookEndpointPageSchema,
  webhookEndpointSchema,
} from './endpoints.ts'
export type {
  CreateWebhookEndpointRequest,
  CreateWebhookEndpointResponse,
  RotateWebhookSecretResponse,
  UpdateWebhookEndpointRequest,
  WebhookEndpoint,
  WebhookEndpointPage,
} from './endpoints.ts'
