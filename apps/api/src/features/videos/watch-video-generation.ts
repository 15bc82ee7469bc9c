import type { MediaLinks } from '#features/media/index.ts'
import type { StoredEvent, WatchDependencies, WatchOptions } from '#features/runs/index.ts'
import { watchRun } from '#features/runs/index.ts'
import type { SentEvent } from '#shared/event-stream.ts'
import { videoGenerationEventSchema } from '@powerpost/contract'
import { findVideoGeneration } from './video-generations.repository.ts'
import { noSuchVideoGeneration, toVideo } from './present-video-generation.ts'

interface Dependencies extends WatchDependencies {
  readonly mediaLinks: MediaLinks
}

/** The events of a video generation as they happen. The links to its video are made when they are sent. */
export async function watchVideoGeneration(
  dependencies: Dependencies,
  options: WatchOptions,
): Promise<AsyncIterable<SentEvent>> {
  const { db, mediaLinks } = dependencies
  const generation = await findVideoGeneration(db, options.principal, options.id)
  if (!generation) throw noSuchVideoGeneration()
  const present = (event: StoredEvent) => toEvent(event, mediaLinks)
  return watchRun(dependencies, { ...options, id: generation.id }, { present, notFound: noSuchVideoGeneration })
}

function toEvent({ subject_id, number, event, data, created_at }: StoredEvent, links: MediaLinks) {
  const linked = {
    ...data,
    ...('video' in data && { video: toVideo(data.video, links) }),
  }
  const timestamp = created_at.toISOString()
  return videoGenerationEventSchema.parse({
    number,
    event,
    timestamp,
    data: { video_generation_id: subject_id, ...linked },
  })
}
