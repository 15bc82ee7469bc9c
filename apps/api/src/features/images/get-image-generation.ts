import type { Db } from '#db/types.ts'
import type { MediaLinks } from '#features/media/index.ts'
import { findLastRegeneration } from '#features/runs/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { ImageGeneration } from '@powerpost/contract'
import { findImageGeneration } from './image-generations.repository.ts'
import { findDrawnMedia } from './images.repository.ts'
import { noSuchImageGeneration, toImage, toImageGeneration } from './present-image-generation.ts'

interface GetDependencies {
  readonly db: Db
  readonly mediaLinks: MediaLinks
}

/** One image generation as the API shows it. */
export async function getImageGeneration(
  { db, mediaLinks }: GetDependencies,
  { principal, id }: { readonly principal: WorkspacePrincipal; readonly id: string },
): Promise<ImageGeneration> {
  const generation = await findImageGeneration(db, principal, id)
  if (!generation) throw noSuchImageGeneration()
  const images = await findDrawnMedia(db, generation.id)
  const regeneration = await findLastRegeneration(db, generation.id)
  return toImageGeneration(
    generation,
    images.map((image) => toImage(image, mediaLinks)),
    regeneration,
  )
}
