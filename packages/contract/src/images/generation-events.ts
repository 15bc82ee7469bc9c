import { z } from 'zod'
import { madeId } from '../common/ids.ts'
import { progressEvent } from '../common/progress-event.ts'
import { imageGenerationCompletedData, imageGenerationFailedData } from '../events/data.ts'
import { generatedImageSchema } from './generations.ts'

const running = {
  image_generation_id: madeId('The image generation.'),
  status: z.literal('processing').meta({ description: 'It has not ended.' }),
}

const position = z.int().nonnegative()

const queuedSchema = progressEvent(
  'queued',
  z.object({
    ...running,
    positions: z.array(position).meta({ description: 'The images that are drawn: the first one is 0.' }),
  }),
  {
    id: 'QueuedImages',
    description: 'It was accepted, and waits for a worker. A regeneration begins with it, too.',
  },
)

const drawingSchema = progressEvent('drawing', z.object(running), {
  id: 'DrawingImages',
  description: 'A worker has started: the prompt is prepared, and the images are drawn.',
})

const imageSchema = progressEvent(
  'image',
  z.object({
    ...running,
    position: position.meta({ description: 'Which image it is: the first one is 0.' }),
    image: generatedImageSchema,
  }),
  { id: 'ImageFinished', description: 'One image is finished. They finish in any order, each once.' },
)

const completedSchema = progressEvent('completed', imageGenerationCompletedData, {
  id: 'CompletedImages',
  description: 'All images are there. It is the last event.',
})

const failedSchema = progressEvent('failed', imageGenerationFailedData, {
  id: 'FailedImages',
  description:
    'Some or all of the images could not be drawn; `images` has those that are there. After a regeneration these include the old ones. It is the last event.',
})

export const imageGenerationEventSchema = z
  .discriminatedUnion('event', [queuedSchema, drawingSchema, imageSchema, completedSchema, failedSchema])
  .meta({
    id: 'ImageGenerationEvent',
    description:
      'What happened to an image generation: `event` says what `data` is. Links are created when the event is sent. Ignore events that you do not know.',
  })

export type ImageGenerationEvent = z.output<typeof imageGenerationEventSchema>
