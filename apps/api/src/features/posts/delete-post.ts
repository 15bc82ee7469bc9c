import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import { deletionOf } from '#features/audit/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { findItems } from './post-items.repository.ts'
import { lockPost, removePosts } from './posts.repository.ts'
import { noSuchPost, toPost } from './present-post.ts'
import { nextStatus } from './transitions.ts'

interface DeleteOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

/** Deletes a draft. CONFLICT for what is no draft any more. */
export async function deletePost(trx: Trx, { principal, id }: DeleteOptions): Promise<Change<{ success: true }>> {
  const draft = await lockPost(trx, principal, id)
  if (!draft) throw noSuchPost()
  nextStatus(draft, 'delete')
  const before = toPost(draft, await findItems(trx, draft.id))
  await removePosts(trx, [draft.id])
  return deletionOf(before)
}
