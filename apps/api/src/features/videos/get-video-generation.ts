import type { Db } from '#db/types.ts'
import type { MediaLinks } from '#features/media/index.ts'
import { findVideo } from '#features/media/index.ts'
import { findLastRegeneration } from '#features/runs/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { VideoGeneration } from '@powerpost/contract'
import { findVideoGeneration } from './video-generations.repository.ts'
import { findMadeMedium } from './videos.repository.ts'
import { noSuchVideoGeneration, toVideo, toVideoGeneration } from './present-video-generation.ts'

interface GetDependencies {
  readonly db: Db
  readonly mediaLinks: MediaLinks
}

/** One video generation as the API shows it. */
export async function getVideoGeneration(
  { db, mediaLinks }: GetDependencies,
  { principal, id }: { readonly principal: WorkspacePrincipal; readonly id: string },
): Promise<VideoGeneration> {
  const generation = await findVideoGeneration(db, principal, id)
  if (!generation) throw noSuchVideoGeneration()
  const mediaId = await findMadeMedium(db, generation.id)
  const video = mediaId ? await findVideo(db, mediaId) : undefined
  const regeneration = await findLastRegeneration(db, generation.id)
  return toVideoGeneration(generation, video && toVideo(video, mediaLinks), regeneration)
}
