import type { Db } from '#db/types.ts'
import { MAX_HOLD_MS } from '#features/holds/index.ts'
import { sql } from 'kysely'
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
 * Claims what is due, in each lane the longest due first. What another process claims is passed over, and so is what a hold
 * keeps from being posted: the time that an item has to get ready starts again after it.
 */
export async function claimItems(db: Db, options: ClaimOptions): Promise<PostingItem[]> {
  const { slots, runningIds, now, leaseUntil } = options
  const { rows } = await sql<PostingItem>`
    with picked as materialized (
      select due.id
      from unnest(${[...slots.keys()]}::text[], ${[...slots.values()]}::int[]) as free (lane, slots)
      cross join lateral (
        select id from post_items
        where status = 'posting' and lane = free.lane and id <> all(${runningIds}::uuid[])
          and (due_at <= ${now} or due_at > ${now}::timestamptz + ${LATEST_DUE}::interval)
          and (stage <> 'preparing' or not exists (
            select from publishing_holds as hold
            where hold.held_until > ${now} and hold.held_until <= ${new Date(now.getTime() + MAX_HOLD_MS)}
              and hold.lane = free.lane and (hold.connection_id is null or hold.connection_id = post_items.connection_id)))
        order by due_at limit free.slots
        for no key update skip locked
      ) due
    )
    update post_items as item
    set version = version + 1, claimed = true, due_at = ${leaseUntil},
      lost_leases = lost_leases + case when claimed then 1 else 0 end,
      started_at = greatest(started_at, (
        select max(held_until) from publishing_holds as hold
        where stage = 'preparing' and hold.held_until <= ${now} and hold.lane = item.lane
          and (hold.connection_id is null or hold.connection_id = item.connection_id)))
    from picked where item.id = picked.id
    returning item.id, post_id, post_type, platform, content, title, options, connection_id, version, attempts, sent_at, lost_leases,
      failures, restarts, lookup_attempts, confirmed_not_posted, lane, stage, checkpoint, started_at,
      exists (select from post_item_media where post_item_id = item.id) as has_media`.execute(db)
  return rows
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
