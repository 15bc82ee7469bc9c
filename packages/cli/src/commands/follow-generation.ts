import type { Generation, GenerationEvent, PowerPost } from '@powerpost/client'
import { CliError } from '../errors/cli-error.ts'
import { explain } from '../errors/explain.ts'
import type { Progress } from '../output/progress.ts'
import { followEvents } from './follow-events.ts'

interface FollowOptions {
  readonly signal: AbortSignal
  readonly progress: Progress
}

/** Says how far a generation is until it has ended, and returns it. An error says where to find it again. */
export async function waitForGeneration(
  client: PowerPost,
  generationId: string,
  { signal, progress }: FollowOptions,
): Promise<Generation> {
  try {
    await followGeneration(client, generationId, { signal, progress })
    return await client.content.generations.waitFor(generationId, { signal })
  } catch (error) {
    const { hint, ...failure } = explain(error)
    throw new CliError({ ...failure, hint: `${hint}\nSee \`powerpost generations show ${generationId}\`.` })
  }
}

/** What the server cannot stream is waited for without. */
async function followGeneration(
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
