import type { DeletedWorkspace, Feature } from '#features/feature.ts'
import { findPostUse } from './posts.repository.ts'
import type { EndPublishing } from './purge-posts.ts'
import { purgePosts } from './purge-posts.ts'
import type { DraftDependencies } from './routes.ts'
import { createDraftRoutes } from './routes.ts'

interface PostParts extends DraftDependencies {
  readonly endPublishing: EndPublishing
}

/** Posts as they are planned, and what is to be seen of any post. */
export function createPosts(parts: PostParts) {
  return {
    routes: { posts: createDraftRoutes(parts) },
    findMediumUse: findPostUse,
    purgeInBatches: (workspace: DeletedWorkspace) => purgePosts(parts, workspace),
  } satisfies Feature
}
