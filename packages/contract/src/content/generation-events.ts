import { z } from 'zod'
import { madeId, timestamp } from '../common/ids.ts'
import { generationCompletedData, generationFailedData } from '../events/data.ts'
import { captionsSchema } from './generations.ts'
import { platformSchema } from './terms.ts'

const running = {
  generation_id: madeId('The generation.'),
  status: z.literal('processing').meta({ description: 'It has not ended.' }),
}

function eventOf<Name extends string, Data extends z.ZodType>(name: Name, data: Data, id: string, description: string) {
  return z
    .object({
      number: z.int().positive().meta({
        description:
          "The event's place in its generation: the first is 1, and every further one is one more. Also the `id` of the stream.",
      }),
      event: z.literal(name).meta({ description: 'What happened. Also the `event` of the stream.' }),
      timestamp: timestamp('When it happened.'),
      data: data.meta({ description: 'What is to be told of it.' }),
    })
    .meta({ id, description })
}

const queuedSchema = eventOf(
  'queued',
  z.object({ ...running, platforms: z.array(platformSchema).meta({ description: 'What captions are written for.' }) }),
  'QueuedProgress',
  'It was accepted, and waits for a worker. A rewriting begins with it, too.',
)

const researchingSchema = eventOf(
  'researching',
  z.object(running),
  'ResearchingProgress',
  'What is to be known is gathered: the sources that were given, what a search finds. Where there is nothing to look up, it is over at once.',
)

const analyzingSchema = eventOf(
  'analyzing',
  z.object(running),
  'AnalyzingProgress',
  'The text, the pictures or the video are looked at, and the captions are written.',
)

const captionSchema = eventOf(
  'caption',
  z.object({
    ...running,
    platform: platformSchema,
    outputs: captionsSchema.meta({ description: 'The caption, under the name of its platform, and no other.' }),
  }),
  'CaptionProgress',
  'The caption of a platform is finished. When an attempt broke off, the next may write it otherwise: then it comes again.',
)

const completedSchema = eventOf(
  'completed',
  generationCompletedData,
  'CompletedProgress',
  'All captions are there. It is the last event.',
)

const failedSchema = eventOf(
  'failed',
  generationFailedData,
  'FailedProgress',
  'It ended without new captions: of a rewriting, the old ones stand. It is the last event.',
)

export const generationEventSchema = z
  .discriminatedUnion('event', [
    queuedSchema,
    researchingSchema,
    analyzingSchema,
    captionSchema,
    completedSchema,
    failedSchema,
  ])
  .meta({
    id: 'GenerationEvent',
    description: 'What happened to a generation: `event` says what `data` is. Ignore events that you do not know.',
  })

export type GenerationEvent = z.output<typeof generationEventSchema>

export type GenerationEventName = GenerationEvent['event']

/** The event of one name. */
export type GenerationEventOf<Name extends GenerationEventName> = Extract<GenerationEvent, { event: Name }>

/** Those after which nothing comes, unless captions are written anew. */
export const GENERATION_END_EVENTS = ['completed', 'failed'] as const satisfies GenerationEventName[]
