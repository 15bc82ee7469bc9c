import type { Db } from '#db/types.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import { decodeCursor, encodeCursor } from '#shared/page-cursor.ts'
import type { GenerationPage, ListGenerationsQuery } from '@powerpost/contract'
import { findGenerations } from './generations.repository.ts'
import { toSummary } from './present-generation.ts'

/** A page of the workspace's generations, newest first. */
export async function listGenerations(
  db: Db,
  { caller, query }: { readonly caller: WorkspaceCaller; readonly query: ListGenerationsQuery },
): Promise<GenerationPage> {
  const { status, limit, cursor } = query
  const after = cursor === undefined ? undefined : decodeCursor(cursor)
  // Nothing is ever `pending`: a generation is `processing` from the moment it is accepted.
  if (status === 'pending') return { data: [], next_cursor: null, has_more: false }
  const found = await findGenerations(db, caller, { status, limit: limit + 1, after })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const has_more = found.length > limit
  const next_cursor = has_more && last ? encodeCursor({ createdAt: last.created_at_text, id: last.id }) : null
  return { data: page.map(toSummary), next_cursor, has_more }
}
