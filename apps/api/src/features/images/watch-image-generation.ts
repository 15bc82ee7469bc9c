import type { EventImage } from '#db/types.ts'
import type { MediaLinks } from '#features/media/index.ts'
import type { StoredEvent, WatchDependencies, WatchOptions } from '#features/runs/index.ts'
import { watchRun } from '#features/runs/index.ts'
import type { SentEvent } from '#shared/event-stream.ts'
import { imageGenerationEventSchema } from '@powerpost/contract'
import { findImageGeneration } from './image-generations.repository.ts'
import { noSuchImageGeneration, toImage } from './present-image-generation.ts'

interface Dependencies extends WatchDependencies {
  readonly mediaLinks: MediaLinks
}

/** The events of an image generation as they happen. The links to its images are made when they are sent. */
export async function watchImageGeneration(
  dependencies: Dependencies,
  options: WatchOptions,
): Promise<AsyncIterable<SentEvent>> {
  const { db, mediaLinks } = dependencies
  const generation = await findImageGeneration(db, options.principal, options.id)
  if (!generation) throw noSuchImageGeneration()
  const present = (event: StoredEvent) => toEvent(event, mediaLinks)
  return watchRun(dependencies, { ...options, id: generation.id }, { present, notFound: noSuchImageGeneration })
}

function toEvent({ subject_id, number, event, data, created_at }: StoredEvent, links: MediaLinks) {
  const linked = {
    ...data,
    ...('image' in data && { image: toImage(data.image, links) }),
    ...('images' in data && { images: data.images.map((image: EventImage) => toImage(image, links)) }),
  }
  const timestamp = created_at.toISOString()
  return imageGenerationEventSchema.parse({
    number,
    event,
    timestamp,
    data: { image_generation_id: subject_id, ...linked },
  })
}
