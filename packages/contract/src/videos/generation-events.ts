import { z } from 'zod'
import { madeId, timestamp } from '../common/ids.ts'
import { progressEvent } from '../common/progress-event.ts'
import { videoGenerationCompletedData, videoGenerationFailedData } from '../events/data.ts'

const running = {
  video_generation_id: madeId('The video generation.'),
  status: z.literal('processing').meta({ description: 'Not finished yet.' }),
}

const queuedSchema = progressEvent('queued', z.object(running), {
  id: 'QueuedVideo',
  description: 'Accepted, and waiting for a worker. The first event of a regeneration, too.',
})

const generatingSchema = progressEvent('generating', z.object(running), {
  id: 'GeneratingVideo',
  description: 'A worker has started: the prompt is prepared, and the video is generated.',
})

const submittedSchema = progressEvent(
  'submitted',
  z.object({
    ...running,
    fails_at: timestamp('When it fails if its vendor has not finished it, and the credits are refunded.'),
  }),
  {
    id: 'SubmittedVideo',
    description: "The video model's vendor has accepted the request. Absent with the built-in model.",
  },
)

const completedSchema = progressEvent('completed', videoGenerationCompletedData, {
  id: 'CompletedVideo',
  description: 'The video is finished. The last event.',
})

const failedSchema = progressEvent('failed', videoGenerationFailedData, {
  id: 'FailedVideo',
  description: 'The video failed; after a regeneration the old one is unchanged. The last event.',
})

export const videoGenerationEventSchema = z
  .discriminatedUnion('event', [queuedSchema, generatingSchema, submittedSchema, completedSchema, failedSchema])
  .meta({
    id: 'VideoGenerationEvent',
    description:
      'A progress event of a video generation: `event` determines `data`. Links are created when the event is sent. Ignore events that you do not know.',
  })

export type VideoGenerationEvent = z.output<typeof videoGenerationEventSchema>
