import type { Trx } from '#db/types.ts'
import { lockPost, nextStatus, noSuchPost } from '#features/posts/index.ts'
import { wake } from '#jobs/waker.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { PublishPostResponse } from '@powerpost/contract'
import type { BeginDependencies } from './begin-publishing.ts'
import { beginPublishing } from './begin-publishing.ts'

export type PublishDependencies = BeginDependencies

export interface PostReference {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

/** Begins to publish a draft, or a scheduled post before its time. */
export async function publishPost(
  trx: Trx,
  dependencies: PublishDependencies,
  { principal, id }: PostReference,
): Promise<PublishPostResponse> {
  const post = await lockPost(trx, principal, id)
  if (!post) throw noSuchPost()
  const status = nextStatus(post, 'publish')
  const begun = await beginPublishing(trx, dependencies, { post, status })
  await wake(trx, 'items')
  return begun
}
