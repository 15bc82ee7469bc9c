import type { Db } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { paginate } from '#shared/paginate.ts'
import type { VideoGenerationPage, ListVideoGenerationsQuery } from '@powerpost/contract'
import { findVideoGenerations } from './video-generations.repository.ts'
import { toSummary } from './present-video-generation.ts'

/** A page of the workspace's video generations, newest first. */
export async function listVideoGenerations(
  db: Db,
  { principal, query }: { readonly principal: WorkspacePrincipal; readonly query: ListVideoGenerationsQuery },
): Promise<VideoGenerationPage> {
  const { status } = query
  const page = await paginate({ list: 'video-generations', principal, query }, async (options) =>
    // Nothing is ever `pending`: it is `processing` from the moment it is accepted.
    status === 'pending' ? [] : findVideoGenerations(db, principal, { status, ...options }),
  )
  return { ...page, data: page.data.map(toSummary) }
}
