import type { Db } from '#db/types.ts'
import { MAX_PAUSE_MS } from '#features/pauses/index.ts'
import { sql } from 'kysely'
import { MAX_LIMIT_MS } from './times.ts'
import type { PostingItem } from './items.repository.ts'

interface ClaimOptions {
  /** How many to claim in which lane. */
  readonly slots: ReadonlyMap<string, number>
  /** The ids of those that this process runs. */
  readonly runningIds: readonly string[]
  readonly now: Date
  readonly leaseUntil: Date
}

/** No step waits for longer. A later `due_at` means that the clock was set back; claim it now. */
const LATEST_DUE = '1 hour'

/**
 * Claims what is due. In each lane workspaces take turns, first the one of which the fewest items run here; of one workspace the longest
 * due comes first. What another process claims is passed over, and so is what a pause keeps from being posted: the time that an item
 * has to get ready starts again after it. What may not wait, or has waited for long enough, is claimed all the same: it fails. One probe
 * of the index a workspace, however many items wait.
 */
export async function claimItems(db: Db, options: ClaimOptions): Promise<PostingItem[]> {
  const { slots, runningIds, now, leaseUntil } = options
  const impatient = new Date(now.getTime() - MAX_LIMIT_MS)
  const mayRun = sql`(due_at <= ${now} or due_at > ${now}::timestamptz + ${LATEST_DUE}::interval)
    and (stage <> 'preparing' or on_limit = 'fail' or coalesce(waiting_since, started_at) <= ${impatient}
      or not exists (select from publishing_pauses as pause where ${appliesTo('post_items', now)}))`
  const { rows } = await sql<PostingItem>`
    with recursive waiting (lane, slots, workspace_id) as (
      select lane, slots, (
        select workspace_id from post_items
        where status = 'posting' and lane = free.lane order by workspace_id limit 1
      )
      from unnest(${[...slots.keys()]}::text[], ${[...slots.values()]}::int[]) as free (lane, slots)
      union all
      select lane, slots, (
        select workspace_id from post_items
        where status = 'posting' and lane = waiting.lane and workspace_id > waiting.workspace_id
        order by workspace_id limit 1
      )
      from waiting where workspace_id is not null
    ),
    running as (
      select lane, workspace_id, count(*) as count from post_items where id = any(${runningIds}::uuid[]) group by 1, 2
    ),
    ranked as (
      select due.id, slots, row_number() over (
        partition by waiting.lane order by due.place + coalesce(running.count, 0), due.due_at
      ) as turn
      from waiting
      left join running on running.lane = waiting.lane and running.workspace_id = waiting.workspace_id
      cross join lateral (
        select id, due_at, row_number() over (order by due_at) as place from post_items
        where status = 'posting' and lane = waiting.lane and workspace_id = waiting.workspace_id
          and id <> all(${runningIds}::uuid[]) and ${mayRun}
        order by due_at limit slots
      ) due
    ),
    picked as materialized (
      select id from post_items
      where id in (select id from ranked where turn <= slots) and status = 'posting' and ${mayRun}
      for no key update skip locked
    )
    update post_items as item
    set version = version + 1, claimed = true, due_at = ${leaseUntil},
      lost_leases = lost_leases + case when claimed then 1 else 0 end,
      started_at = greatest(started_at, (
        select max(held_until) from publishing_pauses as pause
        where stage = 'preparing' and pause.held_until <= ${now} and pause.lane = item.lane
          and (pause.connection_id is null or pause.connection_id = item.connection_id)))
    from picked where item.id = picked.id
    returning item.id, post_id, post_type, platform, content, title, first_comment, thread, posted_parts, on_limit, waiting_since, options, connection_id, version, attempts, sent_at,
      platform_post_id, platform_url, posted_at, warnings, lost_leases, failures, restarts, lookup_attempts, confirmed_not_posted, lane, stage, checkpoint, started_at,
      exists (select from post_item_media where post_item_id = item.id) as has_media`.execute(db)
  return rows
}

/** When the next item is due that is being posted, or its lease, its pause or its patience ends. It may be past. */
export async function findNextDue(db: Db, now: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ first: Date | null }>`
    select min(case when held.until is null then due_at else
      least(greatest(due_at, held.until), coalesce(waiting_since, started_at) + ${MAX_LIMIT_MS / 1000} * interval '1 second')
    end) as first
    from post_items as item
    left join lateral (
      select max(held_until) as until from publishing_pauses as pause
      where item.stage = 'preparing' and item.on_limit = 'wait' and ${appliesTo('item', now)}
    ) as held on true
    where status = 'posting'`.execute(db)
  return rows[0]?.first ?? undefined
}

/** Whether `pause` keeps an item from being posted. A longer one than there may be means that the clock was set back. */
function appliesTo(item: 'item' | 'post_items', now: Date) {
  return sql`pause.held_until > ${now} and pause.held_until <= ${new Date(now.getTime() + MAX_PAUSE_MS)}
    and pause.lane = ${sql.ref(`${item}.lane`)}
    and (pause.connection_id is null or pause.connection_id = ${sql.ref(`${item}.connection_id`)})`
}

type Claim = Pick<PostingItem, 'id' | 'version'>

/** Extends the leases of items that this process runs. */
export async function extendLeases(db: Db, claims: readonly Claim[], leaseUntil: Date): Promise<void> {
  const ids = claims.map(({ id }) => id)
  const versions = claims.map(({ version }) => version)
  await sql`
    update post_items as item set due_at = ${leaseUntil}
    from unnest(${ids}::uuid[], ${versions}::int[]) as held (id, version)
    where item.id = held.id and item.version = held.version and item.status = 'posting' and item.claimed`.execute(db)
}

/** Gives an item back whose step was broken off on our side, as it was. */
export async function giveBack(db: Db, { id, version }: Claim, now: Date): Promise<void> {
  await db
    .updateTable('post_items')
    .set({ claimed: false, due_at: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'posting')
    .execute()
}
