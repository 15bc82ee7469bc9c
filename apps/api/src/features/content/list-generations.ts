import type { Db } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { paginate } from '#shared/paginate.ts'
import type { GenerationPage, ListGenerationsQuery } from '@powerpost/contract'
import { findGenerations } from './generations.repository.ts'
import { toSummary } from './present-generation.ts'

/** A page of the workspace's generations, newest first. */
export async function listGenerations(
  db: Db,
  { principal, query }: { readonly principal: WorkspacePrincipal; readonly query: ListGenerationsQuery },
): Promise<GenerationPage> {
  const { status } = query
  const page = await paginate({ list: 'generations', principal, query }, async (options) =>
    // Nothing is ever `pending`: it is `processing` from the moment it is accepted.
    status === 'pending' ? [] : findGenerations(db, principal, { status, ...options }),
  )
  return { ...page, data: page.data.map(toSummary) }
}
