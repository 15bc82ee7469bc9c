import type { Db } from '#db/types.ts'
import type { AppError } from '#shared/app-error.ts'
import { invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { SentEvent } from '#shared/event-stream.ts'
import type { StoredEvent } from '../run-events.repository.ts'
import { findEventsAfter, findRunBounds } from '../run-events.repository.ts'
import type { RunFeed } from './run-feed.ts'
import type { Watch } from './watch.ts'

export interface WatchDependencies {
  readonly db: Db
  readonly feed: RunFeed
}

export interface WatchOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
  /** The number of the last event that the caller has; absent: none of the run. */
  readonly lastEventId: string | undefined
  /** Ends the watching. */
  readonly signal: AbortSignal
}

interface Watching {
  /** The data of an event as the API sends it. */
  readonly present: (event: StoredEvent) => unknown
  /** What is thrown when there is no such subject. */
  readonly notFound: () => AppError
}

/** Events that are read at once. A run has a dozen. */
const BATCH_SIZE = 50

/**
 * The events of a subject that the caller may see, as they happen. Ends with the run of the caller's last event; without one, with
 * the newest run. Behind the last event of a run that has ended there is nothing.
 */
export async function watchRun(
  { db, feed }: WatchDependencies,
  { principal, id, lastEventId, signal }: WatchOptions,
  { present, notFound }: Watching,
): Promise<AsyncIterable<SentEvent>> {
  const bounds = await findRunBounds(db, id)
  if (!bounds) throw notFound()
  const { first, last } = bounds
  const after = lastEventId === undefined ? first.number - 1 : Number(lastEventId)
  if (after > last.number) throw invalidField('last-event-id', 'must be the number of an event of this generation')
  const { keyId, accountId } = principal
  const watch = feed.open({ subjectId: first.subject_id, keyId, accountId }, signal)
  if (after === last.number && isEnd(last)) watch.end()
  return follow(db, watch, { after, present })
}

interface FollowOptions {
  readonly after: number
  readonly present: Watching['present']
}

async function* follow(db: Db, watch: Watch, { after, present }: FollowOptions): AsyncGenerator<SentEvent> {
  let position = after
  while (await watch.until(position)) {
    const { subjectId } = watch
    const events = await findEventsAfter(db, { subjectId, after: position, limit: BATCH_SIZE })
    for (const event of events) {
      yield { id: event.number, event: event.event, data: present(event) }
      position = event.number
      if (isEnd(event)) return
    }
    if (events.length === BATCH_SIZE) watch.wake()
  }
}

function isEnd({ event }: StoredEvent): boolean {
  return event === 'completed' || event === 'failed'
}
