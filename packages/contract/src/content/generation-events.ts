import { z } from 'zod'
import { madeId, timestamp } from '../common/ids.ts'
import { progressEvent } from '../common/progress-event.ts'
import { generationCompletedData, generationFailedData } from '../events/data.ts'
import { captionsSchema } from './generations.ts'
import { platformSchema } from './terms.ts'

const running = {
  generation_id: madeId('The generation.'),
  status: z.literal('processing').meta({ description: 'Not finished yet.' }),
}

const queuedSchema = progressEvent(
  'queued',
  z.object({ ...running, platforms: z.array(platformSchema).meta({ description: 'What captions are written for.' }) }),
  {
    id: 'QueuedProgress',
    description: 'Accepted, and waiting for a worker. The first event of a regeneration, too.',
  },
)

const researchingSchema = progressEvent('researching', z.object(running), {
  id: 'ResearchingProgress',
  description: 'The given sources are read, and the web is searched. Ends at once if there is nothing to research.',
})

const analyzingSchema = progressEvent('analyzing', z.object(running), {
  id: 'AnalyzingProgress',
  description: 'The text, images or video are analyzed, and the captions are written.',
})

export const waitingReasonSchema = z.enum(['busy', 'down', 'silent', 'unusable', 'error']).meta({
  id: 'WaitingReason',
  description:
    '`busy`: the text model is overloaded. `down`: it cannot be reached, or broke. `silent`: it has not answered yet, or not in time. `unusable`: it returned nothing usable. `error`: anything else.',
})

const waitingSchema = progressEvent(
  'waiting',
  z.object({
    ...running,
    attempt: z.int().positive().meta({ description: 'The attempt that waits or failed, from 1.' }),
    reason: waitingReasonSchema,
    message: z.string().meta({ description: 'The reason, in a sentence.' }),
    next_attempt_at: timestamp(
      'When the next attempt starts. Absent while this one goes on, or if it is not known.',
    ).optional(),
  }),
  {
    id: 'WaitingProgress',
    description:
      'It takes longer: an attempt failed and is repeated, or the text model has not answered for 20 seconds. A generation that waits too long fails, and is refunded.',
  },
)

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
      'The caption of a platform is finished. If an attempt was interrupted, the next one may write it differently: then this event is sent again.',
  },
)

const completedSchema = progressEvent('completed', generationCompletedData, {
  id: 'CompletedProgress',
  description: 'All captions are finished. The last event.',
})

const failedSchema = progressEvent('failed', generationFailedData, {
  id: 'FailedProgress',
  description:
    'It failed without new captions; after a failed regeneration the old ones are unchanged. The last event.',
})

export const generationEventSchema = z
  .discriminatedUnion('event', [
    queuedSchema,
    researchingSchema,
    analyzingSchema,
    waitingSchema,
    captionSchema,
    completedSchema,
    failedSchema,
  ])
  .meta({
    id: 'GenerationEvent',
    description: 'A progress event of a generation: `event` determines `data`. Ignore events that you do not know.',
  })

export type GenerationEvent = z.output<typeof generationEventSchema>

export type WaitingReason = z.output<typeof waitingReasonSchema>

export type GenerationEventName = GenerationEvent['event']

/** The event of one name. */
export type GenerationEventOf<Name extends GenerationEventName> = Extract<GenerationEvent, { event: Name }>

/** Those after which nothing comes, unless captions are regenerated. */
export const GENERATION_END_EVENTS = ['completed', 'failed'] as const satisfies GenerationEventName[]
