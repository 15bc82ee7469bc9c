import type { Trx } from '#db/types.ts'
import { lockPost, nextStatus, noSuchPost } from '#features/posts/index.ts'
import type { Enqueuer } from '#jobs/queue.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { PublishPostResponse } from '@powerpost/contract'
import type { BeginDependencies } from './begin-publishing.ts'
import { beginPublishing } from './begin-publishing.ts'
import type { PublishingJobs } from './jobs.ts'

export interface PublishDependencies extends BeginDependencies {
  readonly queue: Enqueuer<PublishingJobs>
}

export interface PostReference {
  readonly caller: WorkspaceCaller
  readonly id: string
}

/** Begins to publish a draft, or a scheduled post before its time. */
export async function publishPost(
  trx: Trx,
  dependencies: PublishDependencies,
  { caller, id }: PostReference,
): Promise<PublishPostResponse> {
  const post = await lockPost(trx, caller, id)
  if (!post) throw noSuchPost()
  const status = nextStatus(post, 'publish')
  const begun = await beginPublishing(trx, dependencies, { post, status })
  await dependencies.queue.enqueue(trx, 'publish-items', {})
  return begun
}
