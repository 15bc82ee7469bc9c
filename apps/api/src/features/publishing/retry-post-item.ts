import type { Trx } from '#db/types.ts'
import { chooseConnection } from '#features/connections/index.ts'
import { findItems, isAnyPosted, lockPost, nextStatus, noSuchPost } from '#features/posts/index.ts'
import type { StoredItem, StoredPost } from '#features/posts/index.ts'
import { wake } from '#jobs/waker.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import type { PublishPostResponse, RetryPostItemRequest } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { beginPublishing } from './begin-publishing.ts'
import type { PostReference, PublishDependencies } from './publish-post.ts'

interface RetryOptions extends PostReference {
  readonly itemId: string
  readonly request: RetryPostItemRequest
}

/**
 * Retries an item that failed, from where it was left, or from the start on another account. One whose outcome is unknown is
 * looked up once more, and needs a person's confirmation that it is not there.
 */
export async function retryPostItem(
  trx: Trx,
  dependencies: PublishDependencies,
  { principal, id, itemId, request }: RetryOptions,
): Promise<PublishPostResponse> {
  const post = await lockPost(trx, principal, id)
  if (!post) throw noSuchPost()
  const items = await findItems(trx, post.id)
  const item = items.find((item) => item.id === itemId.toLowerCase())
  if (!item) throw new AppError('NOT_FOUND', 'There is no such item in this post.')
  const status = nextStatus(post, 'retry')
  if (item.status !== 'failed') throw conflict(`Only a failed item can be retried, and this one is ${item.status}.`)
  const confirmedNotPosted = request.not_posted ?? false
  if (item.error_code === 'OUTCOME_UNKNOWN' && !confirmedNotPosted)
    throw conflict(mayBeThere(PLATFORM_NAMES[item.platform]))
  const moved = await findMove(trx, {
    post,
    items,
    item,
    connectionId: request.connection_id,
    clock: dependencies.clock,
  })
  const begun = await beginPublishing(trx, dependencies, {
    post,
    status,
    itemIds: [item.id],
    moved,
    confirmedNotPosted,
  })
  await wake(trx, 'items')
  return begun
}

interface MoveOptions {
  readonly post: StoredPost
  readonly items: readonly StoredItem[]
  readonly item: StoredItem
  /** As the caller sent it. */
  readonly connectionId: string | undefined
  readonly clock: Clock
}

/** Where an item goes from now on: VALIDATION_ERROR for a connection that is not its platform's, or that another item has. */
async function findMove(trx: Trx, options: MoveOptions): Promise<ReadonlyMap<string, string>> {
  const { post, items, item, connectionId, clock } = options
  if (connectionId === undefined) return new Map()
  const owner = { workspaceId: post.workspace_id, livemode: post.livemode }
  const { platform, post_type } = item
  const choice = await chooseConnection(trx, owner, { platform, connectionId, now: clock.now() })
  if (!choice.found && (choice.reason === 'unknown' || choice.reason === 'deleted')) {
    const name = PLATFORM_NAMES[platform]
    throw invalidField('connection_id', `is not a connection of this workspace to ${name}`)
  }
  const id = connectionId.toLowerCase()
  if (isAnyPosted(item) && id !== item.connection_id) {
    throw invalidField('connection_id', 'cannot change: the beginning of the thread is posted from another account')
  }
  const taken = items.some(
    (other) => other.id !== item.id && other.post_type === post_type && other.connection_id === id,
  )
  if (taken) throw invalidField('connection_id', `is the connection of another ${post_type} item of the post`)
  return new Map([[item.id, id]])
}

function mayBeThere(name: string): string {
  return `${name} may already have the post, and retrying could post it twice. Check there first; if it is not there, send { "not_posted": true }.`
}

function conflict(message: string): AppError {
  return new AppError('CONFLICT', message)
}
