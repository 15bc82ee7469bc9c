import type { DeletedWorkspace, Feature } from '#features/feature.ts'
import { findPostedTexts } from './post-items.repository.ts'
import { findPostUse } from './posts.repository.ts'
import type { EndPublishing } from './purge-posts.ts'
import { purgePosts } from './purge-posts.ts'
import type { DraftDependencies } from './routes.ts'
import { createDraftRoutes } from './routes.ts'
import { sweepSandboxPosts } from './sweep-sandbox-posts.ts'

const SWEEP_EVERY_MS = 60 * 60_000

interface PostParts extends DraftDependencies {
  readonly endPublishing: EndPublishing
}

/** Posts as they are planned, and what is to be seen of any post. */
export function createPosts(parts: PostParts) {
  return {
    routes: { posts: createDraftRoutes(parts) },
    findMediumUse: findPostUse,
    findPostedTexts,
    sweeps: [{ name: 'sweeping posts of the sandbox', everyMs: SWEEP_EVERY_MS, work: () => sweepSandboxPosts(parts) }],
    purgeInBatches: (workspace: DeletedWorkspace) => purgePosts(parts, workspace),
  } satisfies Feature & { readonly findPostedTexts: typeof findPostedTexts }
}
