import { z } from 'zod'
import { madeId } from '../common/ids.ts'
import { progressEvent } from '../common/progress-event.ts'
import { imageGenerationCompletedData, imageGenerationFailedData } from '../events/data.ts'
import { generatedImageSchema } from './generations.ts'

const running = {
  image_generation_id: madeId('The image generation.'),
  status: z.literal('processing').meta({ description: 'Not finished yet.' }),
}

const position = z.int().nonnegative()

const queuedSchema = progressEvent(
  'queued',
  z.object({
    ...running,
    positions: z
      .array(position)
      .meta({ description: 'The positions of the images that are generated; the first is 0.' }),
  }),
  {
    id: 'QueuedImages',
    description: 'Accepted, and waiting for a worker. The first event of a regeneration, too.',
  },
)

const drawingSchema = progressEvent('drawing', z.object(running), {
  id: 'DrawingImages',
  description: 'A worker has started: the prompt is prepared, and the images are generated.',
})

const imageSchema = progressEvent(
  'image',
  z.object({
    ...running,
    position: position.meta({ description: 'The position of the image; the first is 0.' }),
    image: generatedImageSchema,
  }),
  { id: 'ImageFinished', description: 'One image is finished. Images finish in any order, each once.' },
)

const completedSchema = progressEvent('completed', imageGenerationCompletedData, {
  id: 'CompletedImages',
  description: 'All images are finished. The last event.',
})

const failedSchema = progressEvent('failed', imageGenerationFailedData, {
  id: 'FailedImages',
  description:
    'Some or all images failed; `images` has the finished ones, after a regeneration also the old ones. The last event.',
})

export const imageGenerationEventSchema = z
  .discriminatedUnion('event', [queuedSchema, drawingSchema, imageSchema, completedSchema, failedSchema])
  .meta({
    id: 'ImageGenerationEvent',
    description:
      'A progress event of an image generation: `event` determines `data`. Links are created when the event is sent. Ignore events that you do not know.',
  })

export type ImageGenerationEvent = z.output<typeof imageGenerationEventSchema>
