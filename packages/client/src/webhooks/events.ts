import type { Captions } from '../generated/types.ts'

interface FailedData {
  status: 'failed'
  /** Why, for a program. */
  error_code: string
  /** Why, for a person. */
  error_message: string
}

/** What each event carries as `data`. */
export interface WebhookEventData {
  'generation.completed': { generation_id: string; status: 'completed'; outputs: Captions }
  'generation.failed': { generation_id: string } & FailedData
  'image_generation.completed': { image_generation_id: string; status: 'completed'; images: unknown[] }
  'image_generation.failed': { image_generation_id: string } & FailedData
  'video_generation.completed': { video_generation_id: string; status: 'completed'; video: unknown }
  'video_generation.failed': { video_generation_id: string } & FailedData
  'post.published': { post_id: string; status: 'published'; items: unknown[] }
  'post.failed': { post_id: string; status: 'failed'; items: unknown[] }
  'post.scheduled': { post_id: string; status: 'scheduled'; items: unknown[] }
  'connection.expired': Record<string, unknown>
  'webhook.test': Record<string, unknown>
}

export type WebhookEventName = keyof WebhookEventData

/** The body of a webhook of one kind. */
export interface TypedWebhookEvent<Name extends WebhookEventName> {
  event: Name
  /** When it happened, ISO 8601 in UTC. */
  timestamp: string
  workspace_id: string
  data: WebhookEventData[Name]
}

/** The body of a webhook: `event` says what `data` is. A newer server may send events that are not among these. */
export type WebhookEvent = { [Name in WebhookEventName]: TypedWebhookEvent<Name> }[WebhookEventName]
