import type { Db, Trx } from '#db/types.ts'
import type { StoredPost } from '#features/posts/index.ts'
import { nextStatus } from '#features/posts/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { Logger } from '#shared/logger.ts'
import type { ErrorCode, PostError } from '@powerpost/contract'
import type { BeginDependencies } from './begin-publishing.ts'
import { beginPublishing } from './begin-publishing.ts'
import { findScheduledConnections } from './choose-connections.ts'
import { findNextTime, isDue } from './item-times.ts'
import { failDraftItem, findItemRows } from './publishing.repository.ts'
import { lockDue, setDueAt } from './schedule.repository.ts'
import type { SettleDependencies } from './settle-post.ts'
import { settleIfEnded } from './settle-post.ts'

export interface DueDependencies extends BeginDependencies, SettleDependencies {
  readonly db: Db
  readonly logger: Logger
  /** There are items to post. */
  readonly onBegun: () => void
}

/** Few enough for one short transaction. */
const BATCH_SIZE = 20

/**
 * Begins to publish every post whose time has come: what was missed while no process ran too. Each is locked by one process
 * and leaves the schedule in the transaction that begins it, so it begins once.
 */
export async function publishDue(dependencies: DueDependencies, signal: AbortSignal): Promise<void> {
  const broken: string[] = []
  while (!signal.aborted) {
    let at: string | undefined
    try {
      const begun = await publishBatch(dependencies, { except: broken, onPost: (id) => (at = id) })
      if (begun > 0) dependencies.onBegun()
      if (begun < BATCH_SIZE) return
    } catch (error) {
      if (at === undefined) throw error
      // It is tried again at the next poll, and the others of its batch go out without it.
      dependencies.logger.warn({ err: error, post_id: at }, 'a scheduled post could not be begun')
      broken.push(at)
    }
  }
}

interface BatchOptions {
  readonly except: readonly string[]
  /** Told of each post before it is begun. */
  readonly onPost: (id: string) => void
}

async function publishBatch(dependencies: DueDependencies, { except, onPost }: BatchOptions): Promise<number> {
  const { db, clock } = dependencies
  return db.transaction().execute(async (trx) => {
    const posts = await lockDue(trx, { now: clock.now(), except, limit: BATCH_SIZE })
    // Accounts in one order: two batches that have posts of the same ones would wait for each other.
    const ordered = posts.toSorted((one, other) => (one.account_id < other.account_id ? -1 : 1))
    for (const post of ordered) {
      onPost(post.id)
      await publishOrFail(trx, dependencies, post)
    }
    return posts.length
  })
}

/**
 * An item whose account is gone fails, and the others are posted. A refusal of those is thrown before anything of them is
 * written, so the transaction can go on.
 */
async function publishOrFail(trx: Trx, dependencies: DueDependencies, post: StoredPost): Promise<void> {
  const { clock, logger } = dependencies
  const now = clock.now()
  const base = post.scheduled_at ?? now
  const late_ms = now.getTime() - (post.due_at ?? base).getTime()
  const owner = { workspaceId: post.workspace_id, livemode: post.livemode }
  const items = [...(await findItemRows(trx, post.id)).entries()].filter(([, item]) => isDue(item, base, now))
  const { missing } = await findScheduledConnections(trx, { owner, items, now: clock.now() })
  for (const { item, message } of missing) await failDraftItem(trx, item[1].id, { message, action: 'reconnect' })
  const left = items.filter(([, { id }]) => missing.every(({ item }) => item[1].id !== id))
  const itemIds = left.map(([, { id }]) => id)
  if (itemIds.length === 0) {
    logger.warn({ post_id: post.id, late_ms }, 'a scheduled post has no account to be posted to')
    return endDue(trx, dependencies, post)
  }
  try {
    await beginPublishing(trx, dependencies, { post, status: statusOf(post), itemIds, isScheduled: true })
    logger.info({ post_id: post.id, late_ms }, 'a scheduled post is published')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    logger.warn({ post_id: post.id, late_ms, code: error.code }, 'a scheduled post cannot be published')
    for (const [index, { id }] of left) await failDraftItem(trx, id, explain(error, index))
    await endDue(trx, dependencies, post)
  }
}

/** Nothing was begun of what was due: the next of its items is waited for, or it has ended. */
async function endDue(trx: Trx, dependencies: DueDependencies, post: StoredPost): Promise<void> {
  const items = await findItemRows(trx, post.id)
  await setDueAt(trx, post.id, findNextTime(items, post.scheduled_at ?? dependencies.clock.now()))
  await settleIfEnded(trx, dependencies, post)
}

/** Others of its items may be being posted. */
function statusOf(post: StoredPost): 'publishing' {
  return post.status === 'publishing' ? 'publishing' : nextStatus(post, 'publish')
}

const ACTIONS: Partial<Record<ErrorCode, PostError['action']>> = {
  PLATFORM_NOT_CONNECTED: 'reconnect',
  POST_NOT_PUBLISHABLE: 'change',
}

/** Why an item was not posted: what is wrong with itself, else what kept the whole post. */
function explain({ code, message, details = [] }: AppError, index: number): Pick<PostError, 'message' | 'action'> {
  const own = details.find(({ path }) => path.startsWith(`items[${index}]`))
  const action = ACTIONS[code]
  if (details.length === 0 || action === undefined) {
    return { message: `${message} Nothing was posted or charged.`, action: action ?? 'retry' }
  }
  if (own) return { message: own.message, action }
  return { message: 'It was not posted because another item of the post cannot be posted.', action: 'retry' }
}
