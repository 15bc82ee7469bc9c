import { z } from 'zod'
import { timestamp } from '../common/ids.ts'
import * as data from './data.ts'

/** What every webhook's body has besides its name and its data. */
const envelope = {
  timestamp: timestamp('When it happened.'),
  workspace_id: z.guid().meta({ description: 'The workspace of the event.' }),
  livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) started.' }),
}

type EventMeta = Readonly<Record<'id' | 'description', string>>

function eventOf<Name extends string, Data extends z.ZodType>(name: Name, dataSchema: Data, meta: EventMeta) {
  return z
    .object({
      event: z.literal(name).meta({ description: 'The name of the event.' }),
      ...envelope,
      data: dataSchema.meta({ description: 'The subject of the event.' }),
    })
    .meta(meta)
}

/** The body of every webhook, by the name of its event. */
export const WEBHOOK_EVENT_SCHEMAS = {
  'generation.completed': eventOf('generation.completed', data.generationCompletedData, {
    id: 'GenerationCompletedEvent',
    description: 'A generation completed: its captions are available.',
  }),
  'generation.failed': eventOf('generation.failed', data.generationFailedData, {
    id: 'GenerationFailedEvent',
    description: 'A generation failed without captions; or a regeneration failed, and the old captions are unchanged.',
  }),
  'image_generation.completed': eventOf('image_generation.completed', data.imageGenerationCompletedData, {
    id: 'ImageGenerationCompletedEvent',
    description: 'An image generation completed: all its images are available.',
  }),
  'image_generation.failed': eventOf('image_generation.failed', data.imageGenerationFailedData, {
    id: 'ImageGenerationFailedEvent',
    description: 'An image generation failed for some or all of its images.',
  }),
  'video_generation.completed': eventOf('video_generation.completed', data.videoGenerationCompletedData, {
    id: 'VideoGenerationCompletedEvent',
    description: 'A video generation completed: its video is available.',
  }),
  'video_generation.failed': eventOf('video_generation.failed', data.videoGenerationFailedData, {
    id: 'VideoGenerationFailedEvent',
    description: 'A video generation failed.',
  }),
  'post.published': eventOf('post.published', data.postPublishedData, {
    id: 'PostPublishedEvent',
    description: 'A post was published: at least one of its items was posted.',
  }),
  'post.failed': eventOf('post.failed', data.postFailedData, {
    id: 'PostFailedEvent',
    description: 'A post failed: none of its items was posted.',
  }),
  'post.scheduled': eventOf('post.scheduled', data.postScheduledData, {
    id: 'PostScheduledEvent',
    description: 'A post was scheduled, or rescheduled.',
  }),
  'post.updated': eventOf('post.updated', data.postUpdatedData, {
    id: 'PostUpdatedEvent',
    description:
      'Something of a posted item became known afterwards: its id and address, or that the platform refused it after all (a warning of the item).',
  }),
  'connection.expiring': eventOf('connection.expiring', data.connectionExpiringData, {
    id: 'ConnectionExpiringEvent',
    description: 'A connection expires in less than seven days, and cannot be renewed: a person must reconnect it.',
  }),
  'connection.expired': eventOf('connection.expired', data.connectionExpiredData, {
    id: 'ConnectionExpiredEvent',
    description: 'A connection expired: the platform no longer lets it publish.',
  }),
  'webhook.test': eventOf('webhook.test', data.webhookTestData, {
    id: 'WebhookTestEvent',
    description: 'A test was requested. It is sent to the tested endpoint, whether it is subscribed or not.',
  }),
} as const

export type WebhookEventName = keyof typeof WEBHOOK_EVENT_SCHEMAS

/** The names of all events. */
export const WEBHOOK_EVENTS = Object.keys(WEBHOOK_EVENT_SCHEMAS) as [WebhookEventName, ...WebhookEventName[]]

export const webhookEventNameSchema = z
  .enum(WEBHOOK_EVENTS)
  .meta({ id: 'WebhookEventName', description: 'The kind of event.' })

const schemas = WEBHOOK_EVENT_SCHEMAS

export const webhookEventSchema = z
  .discriminatedUnion('event', [
    schemas['generation.completed'],
    schemas['generation.failed'],
    schemas['image_generation.completed'],
    schemas['image_generation.failed'],
    schemas['video_generation.completed'],
    schemas['video_generation.failed'],
    schemas['post.published'],
    schemas['post.failed'],
    schemas['post.scheduled'],
    schemas['post.updated'],
    schemas['connection.expiring'],
    schemas['connection.expired'],
    schemas['webhook.test'],
  ])
  .meta({
    id: 'WebhookEvent',
    description: 'The body of a webhook: `event` determines `data`. Ignore events that you do not know.',
  })

export type WebhookEvent = z.output<typeof webhookEventSchema>

/** The event of one name. */
export type WebhookEventOf<Name extends WebhookEventName> = Extract<WebhookEvent, { event: Name }>
