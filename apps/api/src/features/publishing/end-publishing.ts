import type { Trx } from '#db/types.ts'
import type { EndPublishing } from '#features/posts/index.ts'
import { lockPostById } from '#features/posts/index.ts'
import { failPosting } from './publishing.repository.ts'
import type { SettleDependencies } from './settle-post.ts'
import { settleIfEnded } from './settle-post.ts'

/** Makes what ends a post whose workspace was deleted in the midst of its publishing. */
export function createEndPublishing(dependencies: SettleDependencies): EndPublishing {
  return async (trx: Trx, postId: string) => {
    const post = await lockPostById(trx, postId)
    if (!post || post.status !== 'publishing') return
    const failed = 'The workspace was deleted.'
    const unknown = `${failed} The platform may have the post.`
    await failPosting(trx, { postId, unknown, failed })
    await settleIfEnded(trx, dependencies, post)
  }
}
