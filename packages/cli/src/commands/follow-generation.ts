import type { GenerationEvent, PowerPost } from '@powerpost/client'
import type { Progress } from '../output/progress.ts'
import { followEvents } from './follow-events.ts'

interface FollowOptions {
  readonly signal: AbortSignal
  readonly progress: Progress
}

/** Says how far a generation is, until it has ended. What the server cannot stream is waited for without. */
export async function followGeneration(
  client: PowerPost,
  generationId: string,
  { signal, progress }: FollowOptions,
): Promise<void> {
  const written = new Set<string>()
  progress.say('Queued')
  const events = client.content.generations.stream(generationId, { signal, maxReconnects: 3 })
  await followEvents(events, (event) => progress.say(describe(event, written)))
}

function describe(event: GenerationEvent, written: Set<string>): string {
  switch (event.event) {
    case 'queued':
      return `Queued for ${event.data.platforms.join(', ')}`
    case 'researching':
      return 'Researching'
    case 'waiting':
      return `Waiting: ${event.data.message}`
    case 'caption':
      written.add(event.data.platform)
      return `Writing: ${[...written].join(', ')} done`
    // Of an event that this version does not know, too.
    default:
      return written.size > 0 ? `Writing: ${[...written].join(', ')} done` : 'Writing'
  }
}
