import type { Trx } from '#db/types.ts'
import { findProcessingWith } from './media-uses.repository.ts'

/** Which image generation needs a medium, for the caller who wants to delete it; undefined when none does. */
export async function findMediumUse(trx: Trx, mediaId: string): Promise<string | undefined> {
  const id = await findProcessingWith(trx, mediaId)
  return id === undefined ? undefined : `the image generation ${id}, which is processing`
}
