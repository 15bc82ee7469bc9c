import type { Db } from '#db/types.ts'
import { invalidField } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { SentEvent } from '#shared/event-stream.ts'
import { GENERATION_END_EVENTS, generationEventSchema } from '@powerpost/contract'
import { findGeneration } from '../generations.repository.ts'
import { noSuchGeneration } from '../present-generation.ts'
import type { StoredEvent } from './events.repository.ts'
import { findEventsAfter, findRunBounds } from './events.repository.ts'
import type { ProgressFeed } from './progress-feed.ts'
import type { Watch } from './watch.ts'

interface WatchDependencies {
  readonly db: Db
  readonly feed: ProgressFeed
}

interface WatchOptions {
  readonly caller: WorkspaceCaller
  readonly id: string
  /** The number of the last event that the caller has; absent: none of the run. */
  readonly lastEventId: string | undefined
  /** Ends the watching. */
  readonly signal: AbortSignal
}

/** Events that are read at once. A run has a dozen. */
const BATCH_SIZE = 50

/**
 * The events of a generation as they happen, to the end of a run: of the last one, or of the one in which the caller's last
 * event is. Behind the last event of a run that has ended there is nothing.
 */
export async function watchGeneration(
  { db, feed }: WatchDependencies,
  { caller, id, lastEventId, signal }: WatchOptions,
): Promise<AsyncIterable<SentEvent>> {
  const generation = await findGeneration(db, caller, id)
  const bounds = generation && (await findRunBounds(db, generation.id))
  if (!bounds) throw noSuchGeneration()
  const { first, last } = bounds
  const after = lastEventId === undefined ? first.number - 1 : Number(lastEventId)
  if (after > last.number) throw invalidField('last-event-id', 'must be the number of an event of this generation')
  const { keyId, accountId } = caller
  const watch = feed.open({ generationId: first.generation_id, keyId, accountId }, signal)
  if (after === last.number && isEnd(last)) watch.end()
  return follow(db, watch, after)
}

async function* follow(db: Db, watch: Watch, after: number): AsyncGenerator<SentEvent> {
  let position = after
  while (await watch.until(position)) {
    const { generationId } = watch
    const events = await findEventsAfter(db, { generationId, after: position, limit: BATCH_SIZE })
    for (const event of events) {
      yield toSentEvent(event)
      position = event.number
      if (isEnd(event)) return
    }
    if (events.length === BATCH_SIZE) watch.wake()
  }
}

function isEnd({ event }: StoredEvent): boolean {
  return GENERATION_END_EVENTS.some((end) => end === event)
}

function toSentEvent({ generation_id, number, event, data, created_at }: StoredEvent): SentEvent {
  const timestamp = created_at.toISOString()
  return {
    id: number,
    event,
    data: generationEventSchema.parse({ number, event, timestamp, data: { generation_id, ...data } }),
  }
}
