import type { Db } from '#db/types.ts'
import type { TimedItem } from '#features/posts/index.ts'
import { findTimedItems } from '#features/posts/index.ts'
import { isWorkspaceThere } from '#features/workspaces/index.ts'
import { tooManyRequests } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import type { AddressLimiter } from '#shared/rate-limiter.ts'
import { PLATFORM_NAMES } from '@powerpost/contract'
import type { StoredEntry } from './entries.repository.ts'
import { findEntries } from './entries.repository.ts'
import { isFeedToken } from './feed-token.ts'
import { findFeedById, recordRead } from './feeds.repository.ts'
import type { CalendarEvent } from './icalendar.ts'
import { writeICalendar } from './icalendar.ts'
import { noSuchFeed } from './present-calendar.ts'

export interface ReadFeedDependencies {
  readonly db: Db
  readonly clock: Clock
  /** Counts what is read by feed. */
  readonly feedLimiter: AddressLimiter
}

interface Link {
  readonly id: string
  readonly token: string | undefined
}

const DAY_MS = 86_400_000
const DAYS_BACK = 90
const DAYS_AHEAD = 366
const MOST_ITEMS = 2000

/**
 * The calendar behind a link, as iCalendar.
 *
 * @throws AppError NOT_FOUND for a link that is wrong, was revoked, or whose workspace was deleted: the same for all
 * @throws AppError RATE_LIMIT_EXCEEDED
 */
export async function readFeed(
  { db, clock, feedLimiter }: ReadFeedDependencies,
  { id, token = '' }: Link,
): Promise<string> {
  const feed = await findFeedById(db, id)
  if (!feed || !isFeedToken(token, feed.token_hash)) throw noSuchFeed()
  if (!(await isWorkspaceThere(db, feed.workspace_id))) throw noSuchFeed()
  const blockedFor = await feedLimiter.blockedFor(feed.id)
  if (blockedFor > 0) throw tooManyRequests('This calendar feed was read too often.', blockedFor)
  await feedLimiter.count(feed.id)
  const now = clock.now()
  const from = new Date(now.getTime() - DAYS_BACK * DAY_MS)
  const until = new Date(now.getTime() + DAYS_AHEAD * DAY_MS)
  const owner = { workspaceId: feed.workspace_id, livemode: feed.livemode }
  const entries = await findEntries(db, owner, { first: dateOf(from), last: dateOf(until) })
  const items = feed.include_posts ? await findTimedItems(db, { ...owner, from, until, limit: MOST_ITEMS }) : []
  await recordRead(db, feed, now)
  return writeICalendar({ name: feed.name, events: [...entries.map(eventOfEntry), ...items.map(eventOfItem)] })
}

function dateOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}

function eventOfEntry(entry: StoredEntry): CalendarEvent {
  return {
    uid: `${entry.id}@powerpost`,
    changedAt: entry.updated_at,
    start: { date: entry.scheduled_date, time: entry.scheduled_time },
    summary: entry.title,
    ...(entry.description !== null && { description: entry.description }),
    categories: entry.platforms.map((platform) => PLATFORM_NAMES[platform]),
    tentative: true,
  }
}

function eventOfItem(item: TimedItem): CalendarEvent {
  const name = PLATFORM_NAMES[item.platform]
  return {
    uid: `${item.item_id}@powerpost`,
    changedAt: item.updated_at,
    start: { at: item.at },
    summary: `${name}: ${item.excerpt.replaceAll(/\s+/g, ' ').trim()}`,
    categories: [name],
    ...(item.platform_url !== null && { url: item.platform_url }),
    tentative: item.status !== 'posted',
  }
}
