import type { Db } from '#db/types.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import { lockPost, removePosts } from './posts.repository.ts'
import { noSuchPost } from './present-post.ts'
import { nextStatus } from './transitions.ts'

interface DeleteOptions {
  readonly caller: WorkspaceCaller
  readonly id: string
}

/** Deletes a draft. CONFLICT for what is no draft any more. */
export async function deletePost(db: Db, { caller, id }: DeleteOptions): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const draft = await lockPost(trx, caller, id)
    if (!draft) throw noSuchPost()
    nextStatus(draft, 'delete')
    await removePosts(trx, [draft.id])
  })
}
