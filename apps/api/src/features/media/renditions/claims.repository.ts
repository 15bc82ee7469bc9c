import type { Db, Trx } from '#db/types.ts'
import { sql } from 'kysely'
import type { RenditionRow } from './renditions.repository.ts'

/** A rendition that this process makes. */
export type ClaimedRendition = Pick<
  RenditionRow,
  'id' | 'original_id' | 'workspace_id' | 'recipe' | 'changes' | 'lane' | 'version' | 'lost_leases'
>

interface ClaimOptions {
  /** How many to claim in which lane. */
  readonly slots: ReadonlyMap<string, number>
  readonly runningIds: readonly string[]
  readonly now: Date
  readonly leaseUntil: Date
}

/** Claims what is due: in each lane workspaces take turns. What another process claims is passed over. */
export async function claimRenditions(db: Db, options: ClaimOptions): Promise<ClaimedRendition[]> {
  const { slots, runningIds, now, leaseUntil } = options
  const { rows } = await sql<ClaimedRendition>`
    with free as (
      select * from unnest(${[...slots.keys()]}::text[], ${[...slots.values()]}::int[]) as free (lane, slots)
    ),
    turns as (
      select id, lane, row_number() over (partition by lane, workspace_id order by id) as turn
      from media_renditions
      where status in ('queued', 'processing') and due_at <= ${now} and id <> all(${runningIds}::uuid[])
    ),
    ranked as (
      select id, slots, row_number() over (partition by turns.lane order by turn, id) as place
      from turns join free on free.lane = turns.lane
    ),
    picked as materialized (
      select id from media_renditions
      where id in (select id from ranked where place <= slots) and status in ('queued', 'processing') and due_at <= ${now}
      for no key update skip locked
    )
    update media_renditions as rendition
    set status = 'processing', version = version + 1, claimed = true, due_at = ${leaseUntil},
      lost_leases = lost_leases + case when claimed then 1 else 0 end
    from picked where rendition.id = picked.id
    returning rendition.id, original_id, workspace_id, recipe, changes, lane, version, lost_leases`.execute(db)
  return rows
}

/** When the next one is due, or the lease on one ends. It may be past. */
export async function findNextDueRendition(db: Db): Promise<Date | undefined> {
  const { first } = await db
    .selectFrom('media_renditions')
    .select(({ fn }) => fn.min('due_at').as('first'))
    .where('status', 'in', ['queued', 'processing'])
    .executeTakeFirstOrThrow()
  return first ?? undefined
}

type Claim = Pick<ClaimedRendition, 'id' | 'version'>

/** Extends the leases of what this process makes. */
export async function extendRenditionLeases(db: Db, claims: readonly Claim[], leaseUntil: Date): Promise<void> {
  const ids = claims.map(({ id }) => id)
  const versions = claims.map(({ version }) => version)
  await sql`
    update media_renditions as rendition set due_at = ${leaseUntil}
    from unnest(${ids}::uuid[], ${versions}::int[]) as held (id, version)
    where rendition.id = held.id and rendition.version = held.version and status = 'processing' and claimed`.execute(db)
}

/** Gives one back that was not made, for the process that claims it next. */
export async function giveBackRendition(db: Db, claim: Claim, dueAt: Date): Promise<void> {
  await ofClaim(db, claim).set({ status: 'queued', claimed: false, due_at: dueAt }).execute()
}

/** Somebody else makes it meanwhile, or it is gone: what was made comes too late. */
export class StaleRenditionError extends Error {
  override readonly name = 'StaleRenditionError'
}

export type RenditionEnd =
  | { readonly status: 'completed'; readonly fileId: string; readonly changes: RenditionRow['changes'] }
  | { readonly status: 'failed'; readonly message: string; readonly isRetryable: boolean }

/** @throws StaleRenditionError */
export async function recordRenditionEnd(db: Db | Trx, claim: Claim, end: RenditionEnd): Promise<void> {
  const columns =
    end.status === 'completed'
      ? { file_id: end.fileId, changes: JSON.stringify(end.changes), error_message: null, retryable: false }
      : { error_message: end.message, retryable: end.isRetryable }
  const { numUpdatedRows } = await ofClaim(db, claim)
    .set({ ...columns, status: end.status, claimed: false, due_at: null })
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new StaleRenditionError(`${claim.id} was taken over`)
}

function ofClaim(db: Db | Trx, { id, version }: Claim) {
  return db
    .updateTable('media_renditions')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'processing')
}
