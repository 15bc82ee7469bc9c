import type { Trx } from '#db/types.ts'
import { findItems, lockPost, nextStatus, noSuchPost } from '#features/posts/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { PublishPostResponse, RetryPostItemRequest } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { beginPublishing } from './begin-publishing.ts'
import type { PostReference, PublishDependencies } from './publish-post.ts'

interface RetryOptions extends PostReference {
  readonly itemId: string
  readonly request: RetryPostItemRequest
}

/**
 * Tries an item that failed again, from where it was left. One whose outcome is unknown is looked up once more, and needs a
 * person's word that it is not there.
 */
export async function retryPostItem(
  trx: Trx,
  dependencies: PublishDependencies,
  { caller, id, itemId, request }: RetryOptions,
): Promise<PublishPostResponse> {
  const post = await lockPost(trx, caller, id)
  if (!post) throw noSuchPost()
  const item = (await findItems(trx, post.id)).find((item) => item.id === itemId.toLowerCase())
  if (!item) throw new AppError('NOT_FOUND', 'There is no such item in this post.')
  const status = nextStatus(post, 'retry')
  if (item.status !== 'failed') throw conflict(`Only a failed item can be retried, and this one is ${item.status}.`)
  const confirmedNotPosted = request.not_posted ?? false
  if (item.error_code === 'OUTCOME_UNKNOWN' && !confirmedNotPosted)
    throw conflict(mayBeThere(PLATFORM_NAMES[item.platform]))
  const begun = await beginPublishing(trx, dependencies, { post, status, itemIds: [item.id], confirmedNotPosted })
  await dependencies.queue.enqueue(trx, 'publish-items', {})
  return begun
}

function mayBeThere(name: string): string {
  return `${name} may already have the post, and retrying could post it twice. Check there first; if it is not there, send { "not_posted": true }.`
}

function conflict(message: string): AppError {
  return new AppError('CONFLICT', message)
}
