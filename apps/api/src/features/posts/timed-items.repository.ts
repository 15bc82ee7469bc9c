import type { Db } from '#db/types.ts'
import type { Platform, PostType } from '@powerpost/contract'
import { sql } from 'kysely'

/** An item with the time at which it was posted, or is to be. */
export interface TimedItem {
  readonly post_id: string
  readonly item_id: string
  readonly post_type: PostType
  readonly platform: Platform
  readonly status: 'scheduled' | 'posting' | 'posted'
  readonly at: Date
  readonly excerpt: string
  readonly platform_url: string | null
  readonly updated_at: Date
}

interface TimedOptions {
  readonly workspaceId: string
  readonly livemode: boolean
  readonly from: Date
  readonly until: Date
  readonly limit: number
}

/** The items of a workspace and mode that were posted, or are to be, from one time until before another, in the order of time. */
export async function findTimedItems(
  db: Db,
  { workspaceId, livemode, from, until, limit }: TimedOptions,
): Promise<TimedItem[]> {
  const { rows } = await sql<TimedItem>`
    select post.id as post_id, item.id as item_id, item.post_type, item.platform, timed.status, timed.at,
      left(item.content, 200) as excerpt, item.platform_url, post.updated_at
    from (
      select id, 'posted' as status, posted_at as at from post_items
      where workspace_id = ${workspaceId} and posted_at >= ${from} and posted_at < ${until}
      union all
      select item.id, case item.status when 'posting' then 'posting' else 'scheduled' end,
        coalesce(item.scheduled_at, post.scheduled_at, post.updated_at)
      from posts as post join post_items as item on item.post_id = post.id
      where post.workspace_id = ${workspaceId} and post.livemode = ${livemode}
        and post.status in ('scheduled', 'publishing')
        and item.posted_at is null and item.status in ('draft', 'posting')
    ) as timed
    join post_items as item on item.id = timed.id
    join posts as post on post.id = item.post_id
    where post.livemode = ${livemode} and timed.at >= ${from} and timed.at < ${until}
    order by timed.at, item.id limit ${limit}`.execute(db)
  return rows
}
