import type { Trx } from '#db/types.ts'
import { lockPost, nextStatus, noSuchPost } from '#features/posts/index.ts'
import { wake } from '#jobs/waker.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { PublishPostResponse } from '@powerpost/contract'
import type { BeginDependencies } from './begin-publishing.ts'
import { beginPublishing, checkPost } from './begin-publishing.ts'
import { isDue } from './item-times.ts'
import { findItemRows, setConnections } from './publishing.repository.ts'

export type PublishDependencies = BeginDependencies

export interface PostReference {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

/** Begins to publish a draft, or a scheduled post before its time. Items with a later time of their own wait for it. */
export async function publishPost(
  trx: Trx,
  dependencies: PublishDependencies,
  { principal, id }: PostReference,
): Promise<PublishPostResponse> {
  const post = await lockPost(trx, principal, id)
  if (!post) throw noSuchPost()
  const status = nextStatus(post, 'publish')
  const now = dependencies.clock.now()
  const items = await findItemRows(trx, post.id)
  const due = items.filter((item) => isDue(item, now, now)).map((item) => item.id)
  const later = items.filter((item) => item.status === 'draft' && !due.includes(item.id)).map((item) => item.id)
  if (due.length === 0) throw new AppError('CONFLICT', ALL_LATER)
  if (later.length > 0) {
    const { connections } = await checkPost(trx, dependencies, post, { itemIds: later })
    await setConnections(trx, connections)
  }
  const begun = await beginPublishing(trx, dependencies, { post, status, itemIds: due, base: now })
  await wake(trx, 'items')
  if (later.length > 0) await wake(trx, 'schedule')
  return begun
}

const ALL_LATER = 'Every item has a later time of its own. Schedule the post instead: POST /posts/{id}/schedule.'
