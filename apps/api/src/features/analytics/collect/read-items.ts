import type { Db } from '#db/types.ts'
import type { OpenStoredConnection } from '#features/connections/index.ts'
import { findConnectionById, isUsable } from '#features/connections/index.ts'
import { findPausesOf } from '#features/pauses/index.ts'
import { findKnownItems } from '#features/posts/index.ts'
import type { MeasuredPost, MetricsReader, PostToMeasure, StepOptions } from '#platforms/port.ts'
import { abortable } from '#shared/abortable.ts'
import type { Clock } from '#shared/clock.ts'
import { startDeadline } from '#shared/deadline.ts'
import type { Logger } from '#shared/logger.ts'
import { PLATFORM_NAMES } from '@powerpost/contract'
import type { HeldCollection, Reading } from './collections.repository.ts'
import { giveBack, postpone, recordReading } from './collections.repository.ts'
import type { Wait } from './judge-failure.ts'
import { judgeFailure, waitForQuotas } from './judge-failure.ts'
import { later, toReading } from './to-reading.ts'
import { ASK_MS } from './times.ts'

export interface CollectDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly openConnection: OpenStoredConnection
  /** From 0 to 1. */
  readonly random: () => number
}

/** Items of one connection that are due. */
export interface Batch {
  /** Of the connection. */
  readonly id: string
  readonly lane: HeldCollection['lane']
  readonly items: readonly HeldCollection[]
}

const SPREAD_MS = 10 * 60_000

/**
 * Reads the metrics of some items of a connection by one question to its platform, and writes down what came of it. Reading changes
 * nothing there: what is asked twice does no harm, and what is written is refused when another process holds the item by now.
 */
export async function readItems(
  dependencies: CollectDependencies,
  reader: MetricsReader,
  batch: Batch,
  stop: AbortSignal,
): Promise<void> {
  const { db, clock } = dependencies
  const stored = await findConnectionById(db, batch.id)
  if (!stored || stored.deleted_at !== null || !isUsable(stored, clock.now())) {
    const name = stored ? `${PLATFORM_NAMES[stored.platform]} as ${stored.display_name}` : 'the platform'
    const message = `The connection to ${name} was deleted or has expired. Once the account is connected again, its metrics are read on.`
    return record(
      dependencies,
      batch.items.map((held) => later(dependencies, held, { reason: 'connection', message })),
    )
  }
  const pause = (await findPausesOf(db, [stored], clock.now())).get(stored.id)
  // A quota that publishing waits for is not touched.
  if (pause) return giveBack(db, batch.items, spread(dependencies, pause.held_until))
  const posts = await openPosts(dependencies, batch.items)
  if (posts.length === 0) return
  const waits: Wait[] = []
  const report = waitForQuotas(clock, waits)
  try {
    const connection = dependencies.openConnection(stored)
    const measured = await ask(
      reader,
      posts.map(({ post }) => post),
      { connection, ...report },
      stop,
    )
    const found = new Map(measured.map((one) => [one.itemId, one]))
    await record(
      dependencies,
      posts.map(({ held }) => toReading(dependencies, held, found.get(held.item_id))),
    )
  } catch (error) {
    stop.throwIfAborted()
    const wait = judgeFailure(error, clock)
    if (wait) waits.push(wait)
    else
      await recordFailure(
        dependencies,
        batch,
        posts.map(({ held }) => held),
        error,
      )
    if (wait)
      await giveBack(
        db,
        posts.map(({ held }) => held),
        spread(dependencies, wait.until),
      )
  }
  for (const { scope, until } of waits) {
    const connectionId = scope === 'app' ? undefined : batch.id
    await postpone(db, { lane: batch.lane, connectionId, until, spreadMs: SPREAD_MS })
  }
}

interface OpenedPost {
  readonly held: HeldCollection
  readonly post: PostToMeasure
}

/** Those that can be asked about. The others are written down. */
async function openPosts(dependencies: CollectDependencies, items: readonly HeldCollection[]): Promise<OpenedPost[]> {
  const known = await findKnownItems(
    dependencies.db,
    items.map(({ item_id }) => item_id),
  )
  const opened: OpenedPost[] = []
  const readings: Reading[] = []
  for (const held of items) {
    const item = known.get(held.item_id)
    if (item?.status !== 'posted') {
      readings.push({ held, next: undefined })
    } else if (item.platform_post_id === null) {
      const message = `${PLATFORM_NAMES[item.platform]} has not given the id of the post yet.`
      readings.push(later(dependencies, held, { reason: 'no_platform_id', message }))
    } else {
      const { platform_post_id: platformPostId, post_type: postType } = item
      opened.push({ held, post: { itemId: item.id, platformPostId, postType, postedAt: held.posted_at } })
    }
  }
  await record(dependencies, readings)
  return opened
}

async function ask(
  reader: MetricsReader,
  posts: readonly PostToMeasure[],
  options: Omit<StepOptions, 'signal'>,
  stop: AbortSignal,
): Promise<readonly MeasuredPost[]> {
  const deadline = startDeadline(stop, ASK_MS)
  try {
    return await abortable(deadline.signal, reader.read(posts, { ...options, signal: deadline.signal }))
  } finally {
    deadline.clear()
  }
}

async function record({ db, clock }: CollectDependencies, readings: readonly Reading[]): Promise<void> {
  if (readings.length === 0) return
  const now = clock.now()
  await db.transaction().execute(async (trx) => {
    for (const reading of readings) await recordReading(trx, reading, now)
  })
}

async function recordFailure(
  dependencies: CollectDependencies,
  { lane, id }: Batch,
  held: readonly HeldCollection[],
  err: unknown,
): Promise<void> {
  dependencies.logger.warn({ err, lane, connection_id: id }, 'metrics could not be read')
  await record(
    dependencies,
    held.map((one) => toReading(dependencies, one, err)),
  )
}

function spread({ random }: CollectDependencies, time: Date): Date {
  return new Date(time.getTime() + random() * SPREAD_MS)
}
