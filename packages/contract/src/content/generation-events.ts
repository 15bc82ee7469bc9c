import { z } from 'zod'
import { madeId } from '../common/ids.ts'
import { progressEvent } from '../common/progress-event.ts'
import { generationCompletedData, generationFailedData } from '../events/data.ts'
import { captionsSchema } from './generations.ts'
import { platformSchema } from './terms.ts'

const running = {
  generation_id: madeId('The generation.'),
  status: z.literal('processing').meta({ description: 'It has not ended.' }),
}

const queuedSchema = progressEvent(
  'queued',
  z.object({ ...running, platforms: z.array(platformSchema).meta({ description: 'What captions are written for.' }) }),
  {
    id: 'QueuedProgress',
    description: 'It was accepted, and waits for a worker. A regeneration begins with it, too.',
  },
)

const researchingSchema = progressEvent('researching', z.object(running), {
  id: 'ResearchingProgress',
  description:
    'What is to be known is gathered: the sources that were given, what a search finds. Where there is nothing to look up, it is over at once.',
})

const analyzingSchema = progressEvent('analyzing', z.object(running), {
  id: 'AnalyzingProgress',
  description: 'The text, the pictures or the video are looked at, and the captions are written.',
})

const captionSchema = progressEvent(
  'caption',
  z.object({
    ...running,
    platform: platformSchema,
    outputs: captionsSchema.meta({ description: 'The caption, under the name of its platform, and no other.' }),
  }),
  {
    id: 'CaptionProgress',
    description:
      'The caption of a platform is finished. When an attempt broke off, the next may write it otherwise: then it comes again.',
  },
)

const completedSchema = progressEvent('completed', generationCompletedData, {
  id: 'CompletedProgress',
  description: 'All captions are there. It is the last event.',
})

const failedSchema = progressEvent('failed', generationFailedData, {
  id: 'FailedProgress',
  description: 'It ended without new captions: of a regeneration, the old ones stay. It is the last event.',
})

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

/** Those after which nothing comes, unless captions are regenerated. */
export const GENERATION_END_EVENTS = ['completed', 'failed'] as const satisfies GenerationEventName[]
