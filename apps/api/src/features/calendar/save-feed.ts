import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import { deletionOf } from '#features/audit/index.ts'
import { AppError, insufficientScope } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { CreateCalendarFeedRequest, CreateCalendarFeedResponse } from '@powerpost/contract'
import { API_BASE_PATH, CALENDAR_LIMITS } from '@powerpost/contract'
import { makeFeedToken } from './feed-token.ts'
import { countFeeds, insertFeed, lockFeed, removeFeed } from './feeds.repository.ts'
import { noSuchFeed, toFeed } from './present-calendar.ts'

export interface FeedDependencies {
  readonly clock: Clock
  readonly publicUrl: () => string
}

interface CreateOptions {
  readonly principal: WorkspacePrincipal
  readonly request: CreateCalendarFeedRequest
}

/** Makes a link by which the calendar is read. CONFLICT when there are too many. */
export async function createFeed(
  trx: Trx,
  { clock, publicUrl }: FeedDependencies,
  { principal, request }: CreateOptions,
): Promise<CreateCalendarFeedResponse> {
  const { name, include_posts = false } = request
  // A link cannot show more than the key that makes it may see.
  if (!principal.scopes.includes('calendar:read')) throw insufficientScope('calendar:read')
  if (include_posts && !principal.scopes.includes('posts:read')) throw insufficientScope('posts:read')
  const { feedsPerWorkspace } = CALENDAR_LIMITS
  if ((await countFeeds(trx, principal)) >= feedsPerWorkspace) {
    throw new AppError(
      'CONFLICT',
      `A workspace can have at most ${feedsPerWorkspace} calendar feeds. Delete one first.`,
    )
  }
  const { token, hash } = makeFeedToken()
  const feed = await insertFeed(trx, {
    id: makeId(clock),
    account_id: principal.accountId,
    workspace_id: principal.workspaceId,
    livemode: principal.livemode,
    name,
    include_posts,
    token_hash: hash,
    created_by: storePrincipal(principal),
    created_at: clock.now(),
  })
  return {
    ...toFeed(feed),
    url: `${publicUrl()}${API_BASE_PATH}/calendar/feeds/${feed.id}/calendar.ics?token=${token}`,
  }
}

interface DeleteOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

/** Revokes a link. */
export async function deleteFeed(trx: Trx, { principal, id }: DeleteOptions): Promise<Change<{ success: true }>> {
  const before = await lockFeed(trx, principal, id)
  if (!before) throw noSuchFeed()
  await removeFeed(trx, before.id)
  return deletionOf(toFeed(before))
}
