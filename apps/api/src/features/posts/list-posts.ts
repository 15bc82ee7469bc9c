import type { Db } from '#db/types.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import { paginate } from '#shared/paginate.ts'
import type { ListPostsQuery, PostPage } from '@powerpost/contract'
import { findItemsOf } from './post-items.repository.ts'
import { findPosts } from './posts.repository.ts'
import { toPost } from './present-post.ts'

interface ListOptions {
  readonly caller: WorkspaceCaller
  readonly query: ListPostsQuery
}

/** A page of the workspace's posts, newest first, each with its items. */
export async function listPosts(db: Db, { caller, query }: ListOptions): Promise<PostPage> {
  const { status, ...request } = query
  const page = await paginate(request, (options) => findPosts(db, caller, { status, ...options }))
  const items = await findItemsOf(
    db,
    page.data.map(({ id }) => id),
  )
  return { ...page, data: page.data.map((post) => toPost(post, items.get(post.id) ?? [])) }
}
