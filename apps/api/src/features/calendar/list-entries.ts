import type { Db } from '#db/types.ts'
import { findTimeZone } from '#features/brand/index.ts'
import { findTimedItems } from '#features/posts/index.ts'
import { insufficientScope } from '#shared/app-error.ts'
import { addDays, startOfDay } from '#shared/local-time.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { CalendarEntries, ListCalendarEntriesQuery } from '@powerpost/contract'
import { findEntries } from './entries.repository.ts'
import { toCalendarPost, toEntry } from './present-calendar.ts'

/** Items of one answer. */
const MOST_ITEMS = 1000

/** The entries of some days, and what is scheduled and posted on them where that is asked for. */
export async function listEntries(
  db: Db,
  principal: WorkspacePrincipal,
  query: ListCalendarEntriesQuery,
): Promise<CalendarEntries> {
  const { start_date: first, end_date: last, include, time_zone } = query
  if (include && !principal.scopes.includes('posts:read')) throw insufficientScope('posts:read')
  const zone = await findTimeZone(db, principal, time_zone)
  const entries = (await findEntries(db, principal, { first, last })).map(toEntry)
  if (!include) return { entries }
  const items = await findTimedItems(db, {
    workspaceId: principal.workspaceId,
    livemode: principal.livemode,
    from: sinceEpoch(startOfDay(first, zone)),
    until: sinceEpoch(startOfDay(addDays(last, 1), zone)),
    limit: MOST_ITEMS + 1,
  })
  return {
    entries,
    posts: items.slice(0, MOST_ITEMS).map((item) => toCalendarPost(item, zone)),
    posts_complete: items.length <= MOST_ITEMS,
    time_zone: zone,
  }
}

/** Nothing was posted before, and the database knows no year 0. */
function sinceEpoch(time: Date): Date {
  return new Date(Math.max(0, time.getTime()))
}
