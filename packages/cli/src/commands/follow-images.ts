import type { ImageGenerationEvent, PowerPost } from '@powerpost/client'
import type { Progress } from '../output/progress.ts'
import { followEvents } from './follow-events.ts'

interface FollowOptions {
  readonly signal: AbortSignal
  readonly progress: Progress
}

/** Shows how far an image generation is, until it has ended. */
export async function followImages(client: PowerPost, id: string, { signal, progress }: FollowOptions): Promise<void> {
  const run = { asked: 0, finished: 0 }
  progress.say('Queued')
  const events = client.images.generations.stream(id, { signal, maxReconnects: 3 })
  await followEvents(events, (event) => progress.say(describe(event, run)))
}

function describe(event: ImageGenerationEvent, run: { asked: number; finished: number }): string {
  if (event.event === 'queued') {
    run.asked = event.data.positions.length
    return 'Queued'
  }
  if (event.event === 'image') run.finished += 1
  return `Drawing ${run.finished}/${run.asked}`
}
