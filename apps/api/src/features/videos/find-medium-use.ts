import type { Trx } from '#db/types.ts'
import { findProcessingWith } from './video-generations.repository.ts'

/** Which video generation needs a medium, for the caller who wants to delete it; undefined when none does. */
export async function findMediumUse(trx: Trx, mediaId: string): Promise<string | undefined> {
  const id = await findProcessingWith(trx, mediaId)
  return id === undefined ? undefined : `the video generation ${id}, which is processing`
}
