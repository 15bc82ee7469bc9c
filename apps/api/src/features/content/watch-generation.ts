import type { StoredEvent, WatchDependencies, WatchOptions } from '#features/runs/index.ts'
import { watchRun } from '#features/runs/index.ts'
import type { SentEvent } from '#shared/event-stream.ts'
import { generationEventSchema } from '@powerpost/contract'
import { findGeneration } from './generations.repository.ts'
import { noSuchGeneration } from './present-generation.ts'

/** The events of a generation as they happen. */
export async function watchGeneration(
  dependencies: WatchDependencies,
  options: WatchOptions,
): Promise<AsyncIterable<SentEvent>> {
  const generation = await findGeneration(dependencies.db, options.principal, options.id)
  if (!generation) throw noSuchGeneration()
  return watchRun(dependencies, { ...options, id: generation.id }, { present: toEvent, notFound: noSuchGeneration })
}

function toEvent({ subject_id, number, event, data, created_at }: StoredEvent) {
  const timestamp = created_at.toISOString()
  return generationEventSchema.parse({ number, event, timestamp, data: { generation_id: subject_id, ...data } })
}
