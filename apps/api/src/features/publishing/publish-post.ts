import type { Trx } from '#db/types.ts'
import { lockPost, noSuchPost } from '#features/posts/index.ts'
import type { Enqueuer } from '#jobs/queue.ts'
import { AppError } from '#shared/app-error.ts'
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
  if (!isUnpublished(post)) throw alreadyPublished(post.status)
  const begun = await beginPublishing(trx, dependencies, { post })
  await dependencies.queue.enqueue(trx, 'publish-items', {})
  return begun
}

export function isUnpublished({ status }: { readonly status: string }): boolean {
  return status === 'draft' || status === 'scheduled'
}

export function alreadyPublished(status: string): AppError {
  const state = status === 'publishing' ? 'being published' : 'ended'
  return new AppError(
    'ALREADY_PUBLISHED',
    `The post is no draft any more: it is ${state}. GET it to see what became of it.`,
  )
}
