import type { TimedItem } from '#features/posts/index.ts'
import { AppError } from '#shared/app-error.ts'
import { showLocalTime } from '#shared/local-time.ts'
import type { CalendarEntry, CalendarFeed, CalendarPost, CreateCalendarFeedResponse } from '@powerpost/contract'
import type { StoredEntry } from './entries.repository.ts'
import type { StoredFeed } from './feeds.repository.ts'

export function toEntry(entry: StoredEntry): CalendarEntry {
  return {
    entry_id: entry.id,
    title: entry.title,
    ...(entry.description !== null && { description: entry.description }),
    scheduled_date: entry.scheduled_date,
    scheduled_time: entry.scheduled_time,
    platforms: entry.platforms,
    status: 'planned',
    ...(entry.post_id !== null && { post_id: entry.post_id }),
    livemode: entry.livemode,
    created_by: entry.created_by,
    created_at: entry.created_at.toISOString(),
    updated_at: entry.updated_at.toISOString(),
  }
}

export function toCalendarPost(item: TimedItem, zone: string): CalendarPost {
  return {
    post_id: item.post_id,
    item_id: item.item_id,
    post_type: item.post_type,
    platform: item.platform,
    status: item.status,
    excerpt: item.excerpt,
    at: item.at.toISOString(),
    ...showLocalTime(item.at, zone),
    ...(item.platform_url !== null && { platform_url: item.platform_url }),
  }
}

/** A feed without its link. */
export function toFeed(feed: StoredFeed): CalendarFeed {
  return {
    feed_id: feed.id,
    name: feed.name,
    include_posts: feed.include_posts,
    livemode: feed.livemode,
    created_by: feed.created_by,
    created_at: feed.created_at.toISOString(),
    ...(feed.last_read_at && { last_read_at: feed.last_read_at.toISOString() }),
  }
}

/** What is kept of the answer to a creation: the link is a secret. */
export function withoutLink(answer: CreateCalendarFeedResponse): CreateCalendarFeedResponse {
  const kept = { ...answer }
  delete kept.url
  return kept
}

/** NOT_FOUND, in the same words for another workspace's and for none at all. */
export function noSuchEntry(): AppError {
  return new AppError('NOT_FOUND', 'There is no such calendar entry in this workspace.')
}

/** NOT_FOUND, likewise; also for a link that is wrong. */
export function noSuchFeed(): AppError {
  return new AppError('NOT_FOUND', 'There is no such calendar feed.')
}
