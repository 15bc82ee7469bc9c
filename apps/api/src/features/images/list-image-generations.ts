import type { Db } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { paginate } from '#shared/paginate.ts'
import type { ImageGenerationPage, ListImageGenerationsQuery } from '@powerpost/contract'
import { findImageGenerations } from './image-generations.repository.ts'
import { toSummary } from './present-image-generation.ts'

/** A page of the workspace's image generations, newest first. */
export async function listImageGenerations(
  db: Db,
  { principal, query }: { readonly principal: WorkspacePrincipal; readonly query: ListImageGenerationsQuery },
): Promise<ImageGenerationPage> {
  const { status } = query
  const page = await paginate({ list: 'image-generations', principal, query }, async (options) =>
    // Nothing is ever `pending`: it is `processing` from the moment it is accepted.
    status === 'pending' ? [] : findImageGenerations(db, principal, { status, ...options }),
  )
  return { ...page, data: page.data.map(toSummary) }
}
