import type { Db } from '#db/types.ts'
import type { TimedItem } from '#features/posts/index.ts'
import { findTimedItems } from '#features/posts/index.ts'
import { isWorkspaceThere } from '#features/workspaces/index.ts'
import { tooManyRequests } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import type { AddressLimiter } from '#shared/rate-limiter.ts'
import { PLATFORM_NAMES } from '@powerpost/contract'
import type { PlannedEntry } from './entries.repository.ts'
import { findPlanned } from './entries.repository.ts'
import { isFeedToken } from './feed-token.ts'
import type { StoredFeed } from './feeds.repository.ts'
import { findFeedById, recordRead } from './feeds.repository.ts'
import type { CalendarEvent } from './icalendar.ts'
import { writeEvents, writeICalendar } from './icalendar.ts'
import type { KeptTexts } from './kept-texts.ts'
import { noSuchFeed } from './present-calendar.ts'

export interface ReadFeedDependencies {
  readonly db: Db
  readonly clock: Clock
  /** Counts what is read by feed. */
  readonly feedLimiter: AddressLimiter
  /** Events of large calendars, as they were last written. */
  readonly keptEvents: KeptTexts
}

interface Link {
  readonly id: string
  readonly token: string | undefined
}

const DAY_MS = 86_400_000
const DAYS_BACK = 90
const DAYS_AHEAD = 366
const MOST_ITEMS = 2000
/** Characters of a description in a feed: programs show little more, and 5,000 entries can have 10 MB of them. */
const MOST_DESCRIPTION = 500

/**
 * The calendar behind a link, as iCalendar in parts. Of a large one what was written in the last five minutes.
 *
 * @throws AppError NOT_FOUND for a link that is wrong, was revoked, or whose workspace was deleted: the same for all
 * @throws AppError RATE_LIMIT_EXCEEDED
 */
export async function readFeed(dependencies: ReadFeedDependencies, { id, token = '' }: Link): Promise<Buffer[]> {
  const { db, clock, feedLimiter, keptEvents } = dependencies
  const feed = await findFeedById(db, id)
  if (!feed || !isFeedToken(token, feed.token_hash)) throw noSuchFeed()
  if (!(await isWorkspaceThere(db, feed.workspace_id))) throw noSuchFeed()
  const blockedFor = await feedLimiter.blockedFor(feed.id)
  if (blockedFor > 0) throw tooManyRequests('This calendar feed was read too often.', blockedFor)
  await feedLimiter.count(feed.id)
  // All feeds of a workspace that show the same share one text: only their names differ.
  const key = [feed.workspace_id, feed.livemode, feed.include_posts].join()
  const events = await keptEvents.read(key, async () => writeEvents(await findEvents(dependencies, feed)))
  await recordRead(db, feed, clock.now())
  return writeICalendar(feed.name, events)
}

/** At most 5,000 entries, which is what a workspace can have, and 2,000 posts. */
async function findEvents({ db, clock }: ReadFeedDependencies, feed: StoredFeed): Promise<Iterable<CalendarEvent>> {
  const now = clock.now()
  const from = new Date(now.getTime() - DAYS_BACK * DAY_MS)
  const until = new Date(now.getTime() + DAYS_AHEAD * DAY_MS)
  const owner = { workspaceId: feed.workspace_id, livemode: feed.livemode }
  const days = { first: dateOf(from), last: dateOf(until), mostDescription: MOST_DESCRIPTION + 1 }
  const entries = await findPlanned(db, owner, days)
  const items = feed.include_posts ? await findTimedItems(db, { ...owner, from, until, limit: MOST_ITEMS }) : []
  return makeEvents(entries, items)
}

function* makeEvents(entries: readonly PlannedEntry[], items: readonly TimedItem[]): Generator<CalendarEvent> {
  for (const entry of entries) yield eventOfEntry(entry)
  for (const item of items) yield eventOfItem(item)
}

function dateOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}

function eventOfEntry(entry: PlannedEntry): CalendarEvent {
  return {
    uid: `${entry.id}@powerpost`,
    changedAt: entry.updated_at,
    start: { date: entry.scheduled_date, time: entry.scheduled_time },
    summary: entry.title,
    ...(entry.description !== null && { description: cutDescription(entry.description) }),
    categories: entry.platforms.map((platform) => PLATFORM_NAMES[platform]),
    tentative: true,
  }
}

function cutDescription(text: string): string {
  const characters = [...text]
  return characters.length <= MOST_DESCRIPTION ? text : `${characters.slice(0, MOST_DESCRIPTION - 1).join('')}…`
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
