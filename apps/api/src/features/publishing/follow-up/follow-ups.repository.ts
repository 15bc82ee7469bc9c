import type { Db, PostFollowUpsTable, Trx } from '#db/types.ts'
import type { Checkpoint } from '#platforms/port.ts'
import type { Warning } from '@powerpost/contract'
import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import { MAX_DELAY_MS } from './times.ts'

/** A posted item that its platform is asked about, as a process holds it. */
export type FollowUp = Omit<Selectable<PostFollowUpsTable>, 'item_id' | 'checkpoint'> & {
  /** Of the item. */
  readonly id: string
  readonly checkpoint: Checkpoint
}

/** Another process holds it by now, or the item is gone. */
export class StaleFollowUpError extends Error {
  override readonly name = 'StaleFollowUpError'
}

export async function insertFollowUp(trx: Trx, row: Insertable<PostFollowUpsTable>): Promise<void> {
  await trx.insertInto('post_follow_ups').values(row).execute()
}

interface ClaimOptions {
  /** How many to claim in which lane. */
  readonly slots: ReadonlyMap<string, number>
  readonly now: Date
  readonly leaseUntil: Date
}

/** Claims what is due, the longest due first. What another process claims is passed over. */
export async function claimFollowUps(db: Db, { slots, now, leaseUntil }: ClaimOptions): Promise<FollowUp[]> {
  const latest = new Date(now.getTime() + MAX_DELAY_MS)
  const isDue = sql`(due_at <= ${now} or due_at > ${latest})`
  const { rows } = await sql<FollowUp>`
    with due as (
      select item_id from unnest(${[...slots.keys()]}::text[], ${[...slots.values()]}::int[]) as free (lane, slots)
      cross join lateral (
        select item_id, row_number() over (order by due_at) as turn from post_follow_ups
        where lane = free.lane and ${isDue} order by due_at limit slots
      ) as one
    ),
    picked as materialized (
      select item_id from post_follow_ups where item_id in (select item_id from due) and ${isDue}
      for no key update skip locked
    )
    update post_follow_ups as f set version = version + 1, due_at = ${leaseUntil}
    from picked where f.item_id = picked.item_id
    returning f.item_id as id, lane, checkpoint, due_at, ends_at, looks, version`.execute(db)
  return rows
}

/** When the next is due. It may be past. */
export async function findNextFollowUp(db: Db): Promise<Date | undefined> {
  const { first } = await db
    .selectFrom('post_follow_ups')
    .select((e) => e.fn.min<Date | null>('due_at').as('first'))
    .executeTakeFirstOrThrow()
  return first ?? undefined
}

interface Look {
  readonly checkpoint: Checkpoint
  readonly looks: number
  readonly dueAt: Date
}

/** Records that its platform was asked, and when it is asked again. Nothing happens where another process holds it. */
export async function recordLook(db: Db, { id, version }: FollowUp, { checkpoint, looks, dueAt }: Look): Promise<void> {
  await db
    .updateTable('post_follow_ups')
    .set({ checkpoint: JSON.stringify(checkpoint), looks, due_at: dueAt })
    .where('item_id', '=', id)
    .where('version', '=', version)
    .execute()
}

/** Ends it: its platform is asked no more. @throws StaleFollowUpError */
export async function endFollowUp(trx: Trx, { id, version }: FollowUp): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('post_follow_ups')
    .where('item_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numDeletedRows !== 1n) throw new StaleFollowUpError(`the follow-up of ${id} is not held any more`)
}

/** The item: where it is posted, and what is known of it. */
export async function findPostedItem(db: Db | Trx, id: string) {
  return db
    .selectFrom('post_items')
    .select(['id', 'post_id', 'platform', 'connection_id', 'status', 'warnings'])
    .where('id', '=', id)
    .executeTakeFirst()
}

interface Learned {
  readonly platform_post_id?: string
  readonly platform_url?: string
  readonly warnings?: readonly Warning[]
}

/** Writes what became known of an item of a post that is locked. */
export async function updatePostedItem(trx: Trx, id: string, { warnings, ...columns }: Learned): Promise<void> {
  await trx
    .updateTable('post_items')
    .set({ ...columns, ...(warnings && { warnings: JSON.stringify(warnings) }) })
    .where('id', '=', id)
    .execute()
}
