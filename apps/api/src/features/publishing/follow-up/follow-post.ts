import type { Db, Trx } from '#db/types.ts'
import type { OpenStoredConnection } from '#features/connections/index.ts'
import { findConnectionById } from '#features/connections/index.ts'
import { lockPostById } from '#features/posts/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { FollowedUp, PlatformRegistry } from '#platforms/port.ts'
import { abortable } from '#shared/abortable.ts'
import type { Clock } from '#shared/clock.ts'
import { startDeadline } from '#shared/deadline.ts'
import type { Logger } from '#shared/logger.ts'
import type { WarningCode } from '@powerpost/contract'
import { PLATFORM_NAMES } from '@powerpost/contract'
import { warnOf } from '../engine/warn-of.ts'
import { toEventItems } from '../present-event.ts'
import { findItemRows } from '../publishing.repository.ts'
import type { FollowUp } from './follow-ups.repository.ts'
import {
  endFollowUp,
  findPostedItem,
  recordLook,
  StaleFollowUpError,
  updatePostedItem,
} from './follow-ups.repository.ts'
import { ASK_MS, delayAfter } from './times.ts'

export interface FollowDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly platforms: PlatformRegistry
  readonly openConnection: OpenStoredConnection
  readonly recordEvent: RecordEvent
}

/**
 * Asks once what the platform of a posted item has still to say of it, and writes it down: the item is changed, the question is
 * over and listeners are notified in ONE transaction. Nothing is posted here, so that a question that is asked twice does no harm.
 *
 * @throws StaleFollowUpError when another process holds it, the reason of `stop`, and what the database throws
 */
export async function followPost(dependencies: FollowDependencies, held: FollowUp, stop: AbortSignal): Promise<void> {
  const { db, clock, logger } = dependencies
  const isOver = clock.now() >= held.ends_at
  let answer: FollowedUp
  try {
    answer = await ask(dependencies, held, stop)
  } catch (error) {
    stop.throwIfAborted()
    logger.warn({ err: error, item_id: held.id, lane: held.lane }, 'a posted item could not be followed up')
    answer = { status: 'waiting', checkpoint: held.checkpoint }
  }
  switch (answer.status) {
    case 'waiting': {
      if (isOver) return end(dependencies, held, warning('id_not_given', NOT_GIVEN))
      const looks = held.looks + 1
      const due = Math.min(clock.now().getTime() + delayAfter(held.looks), held.ends_at.getTime())
      return recordLook(db, held, { checkpoint: answer.checkpoint, looks, dueAt: new Date(due) })
    }
    case 'found': {
      const { platformPostId: platform_post_id, platformUrl } = answer
      const learned = { platform_post_id, ...(platformUrl !== undefined && { platform_url: platformUrl }) }
      return end(dependencies, held, () => learned)
    }
    case 'refused': {
      const { message } = answer
      return end(
        dependencies,
        held,
        warning('refused_after_posting', () => message),
      )
    }
    case 'nothing':
      return db.transaction().execute((trx) => endFollowUp(trx, held))
  }
}

async function ask(
  { db, platforms, openConnection }: FollowDependencies,
  { id, lane, checkpoint }: FollowUp,
  stop: AbortSignal,
): Promise<FollowedUp> {
  const item = await findPostedItem(db, id)
  if (!item) throw new StaleFollowUpError(`${id} is gone`)
  const adapter = lane === 'sandbox' ? platforms.sandbox : platforms.find(lane)
  const stored = item.connection_id === null ? undefined : await findConnectionById(db, item.connection_id)
  const followUp = adapter?.publisher.followUp?.bind(adapter.publisher)
  // A connection that was deleted, or a platform that is no longer set up, cannot be asked any more.
  if (!followUp || !stored || stored.deleted_at !== null) return { status: 'nothing' }
  const deadline = startDeadline(stop, ASK_MS)
  try {
    const asked = followUp(checkpoint, { connection: openConnection(stored), signal: deadline.signal })
    return await abortable(deadline.signal, asked)
  } finally {
    deadline.clear()
  }
}

type PostedItem = NonNullable<Awaited<ReturnType<typeof findPostedItem>>>
type Learn = (item: PostedItem) => Parameters<typeof updatePostedItem>[2]

const NOT_GIVEN = ({ platform }: PostedItem) =>
  `${PLATFORM_NAMES[platform]} has not shown the post for a day: it may still be in its moderation, or not be public. Look there.`

function warning(code: WarningCode, say: (item: PostedItem) => string): Learn {
  return (item) => ({ warnings: [...item.warnings, warnOf(item, code, say(item))] })
}

async function end(dependencies: FollowDependencies, held: FollowUp, learn: Learn): Promise<void> {
  await dependencies.db.transaction().execute(async (trx) => {
    const seen = await findPostedItem(trx, held.id)
    // Posts are locked before what belongs to them, by everybody.
    const post = seen && (await lockPostById(trx, seen.post_id))
    const item = post && (await findPostedItem(trx, held.id))
    if (!item) throw new StaleFollowUpError(`${held.id} is gone`)
    await endFollowUp(trx, held)
    await updatePostedItem(trx, item.id, learn(item))
    await report(trx, dependencies, { post, itemId: item.id })
  })
}

interface ReportOptions {
  readonly post: NonNullable<Awaited<ReturnType<typeof lockPostById>>>
  readonly itemId: string
}

async function report(trx: Trx, { recordEvent }: FollowDependencies, { post, itemId }: ReportOptions): Promise<void> {
  const { id: post_id, workspace_id: workspaceId, livemode, status } = post
  // An item of a draft is not posted.
  if (status === 'draft') return
  const items = toEventItems(await findItemRows(trx, post_id))
  const data = { post_id, status, item_id: itemId, items }
  await recordEvent(trx, { event: 'post.updated', workspaceId, livemode, data })
}
