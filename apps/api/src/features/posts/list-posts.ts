import type { Db } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { paginate } from '#shared/paginate.ts'
import type { ListPostsQuery, PostPage } from '@powerpost/contract'
import { findItemsOf, measureTexts } from './post-items.repository.ts'
import type { StoredPost } from './posts.repository.ts'
import { findPosts } from './posts.repository.ts'
import { toPost } from './present-post.ts'

interface ListOptions {
  readonly principal: WorkspacePrincipal
  readonly query: ListPostsQuery
}

/** Bytes of all texts of a page: a hundred posts can hold a hundred times as many as one request may bring. */
const MOST_BYTES = 4 * 1024 * 1024

/** A page of the workspace's posts, newest first, each with its items. */
export async function listPosts(db: Db, { principal, query }: ListOptions): Promise<PostPage> {
  const page = await paginate(
    { list: 'posts', principal, query },
    (options) => findPosts(db, principal, { status: query.status, ...options }),
    (posts) => countFitting(db, posts),
  )
  const items = await findItemsOf(
    db,
    page.data.map(({ id }) => id),
  )
  return { ...page, data: page.data.map((post) => toPost(post, items.get(post.id) ?? [])) }
}

async function countFitting(db: Db, posts: readonly StoredPost[]): Promise<number> {
  const sizes = await measureTexts(
    db,
    posts.map(({ id }) => id),
  )
  let bytes = 0
  const tooMany = posts.findIndex(({ id }) => (bytes += sizes.get(id) ?? 0) > MOST_BYTES)
  return tooMany === -1 ? posts.length : Math.max(1, tooMany)
}
