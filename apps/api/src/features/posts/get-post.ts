import type { Db, Trx } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Post } from '@powerpost/contract'
import { findItems } from './post-items.repository.ts'
import { findPost } from './posts.repository.ts'
import { noSuchPost, toPost } from './present-post.ts'

interface GetOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

/** A post, with what became of each item. */
export async function getPost(db: Db | Trx, { principal, id }: GetOptions): Promise<Post> {
  const post = await findPost(db, principal, id)
  if (!post) throw noSuchPost()
  return toPost(post, await findItems(db, post.id))
}
