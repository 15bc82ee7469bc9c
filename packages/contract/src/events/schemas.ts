import { z } from 'zod'
import { timestamp } from '../common/ids.ts'
import * as data from './data.ts'

/** What every webhook's body has beside its name and its data. */
const envelope = {
  timestamp: timestamp('When it happened.'),
  workspace_id: z.guid().meta({ description: 'Where it happened.' }),
  livemode: z.boolean().meta({ description: 'False for what a sandbox key (`pp_test_sk_`) started.' }),
}

type EventMeta = Readonly<Record<'id' | 'description', string>>

function eventOf<Name extends string, Data extends z.ZodType>(name: Name, dataSchema: Data, meta: EventMeta) {
  return z
    .object({
      event: z.literal(name).meta({ description: 'What happened.' }),
      ...envelope,
      data: dataSchema.meta({ description: 'What it happened to.' }),
    })
    .meta(meta)
}

/** The body of every webhook, by the name of its event. */
export const WEBHOOK_EVENT_SCHEMAS = {
  'generation.completed': eventOf('generation.completed', data.generationCompletedData, {
    id: 'GenerationCompletedEvent',
    description: 'The captions of a generation are there.',
  }),
  'generation.failed': eventOf('generation.failed', data.generationFailedData, {
    id: 'GenerationFailedEvent',
    description: 'A generation ended without captions; or a rewriting of some of them did, and the old ones stand.',
  }),
  'image_generation.completed': eventOf('image_generation.completed', data.imageGenerationCompletedData, {
    id: 'ImageGenerationCompletedEvent',
    description: 'All images of an image generation are there.',
  }),
  'image_generation.failed': eventOf('image_generation.failed', data.imageGenerationFailedData, {
    id: 'ImageGenerationFailedEvent',
    description: 'An image generation ended without some or all of its images.',
  }),
  'video_generation.completed': eventOf('video_generation.completed', data.videoGenerationCompletedData, {
    id: 'VideoGenerationCompletedEvent',
    description: 'The video of a video generation is there.',
  }),
  'video_generation.failed': eventOf('video_generation.failed', data.videoGenerationFailedData, {
    id: 'VideoGenerationFailedEvent',
    description: 'A video generation ended without a video.',
  }),
  'post.published': eventOf('post.published', data.postPublishedData, {
    id: 'PostPublishedEvent',
    description: 'A post was published, at least in part.',
  }),
  'post.failed': eventOf('post.failed', data.postFailedData, {
    id: 'PostFailedEvent',
    description: 'Nothing of a post could be published.',
  }),
  'post.scheduled': eventOf('post.scheduled', data.postScheduledData, {
    id: 'PostScheduledEvent',
    description: 'A post was given a time to be published at.',
  }),
  'connection.expired': eventOf('connection.expired', data.connectionExpiredData, {
    id: 'ConnectionExpiredEvent',
    description: 'A platform no longer lets a connection publish.',
  }),
  'webhook.test': eventOf('webhook.test', data.webhookTestData, {
    id: 'WebhookTestEvent',
    description: 'Somebody asked for a test. It comes to the endpoint that is tested, subscribed or not.',
  }),
} as const

export type WebhookEventName = keyof typeof WEBHOOK_EVENT_SCHEMAS

/** The names of all events. */
export const WEBHOOK_EVENTS = Object.keys(WEBHOOK_EVENT_SCHEMAS) as [WebhookEventName, ...WebhookEventName[]]

export const webhookEventNameSchema = z
  .enum(WEBHOOK_EVENTS)
  .meta({ id: 'WebhookEventName', description: 'What a webhook tells of.' })

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
    schemas['connection.expired'],
    schemas['webhook.test'],
  ])
  .meta({
    id: 'WebhookEvent',
    description: 'The body of a webhook: `event` says what `data` is. Ignore events that you do not know.',
  })

export type WebhookEvent = z.output<typeof webhookEventSchema>

/** The event of one name. */
export type WebhookEventOf<Name extends WebhookEventName> = Extract<WebhookEvent, { event: Name }>
