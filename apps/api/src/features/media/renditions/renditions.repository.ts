import type { Db, MediaRenditionsTable, Trx } from '#db/types.ts'
import type { RenditionStatus } from '@powerpost/contract'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { MediaOwner } from '../uploads.repository.ts'
import type { RenditionPlan } from './rendition-plan.ts'
import { keyOfRecipe } from './recipe.ts'

export type RenditionRow = Selectable<MediaRenditionsTable>

interface NewRendition {
  readonly id: string
  /** Held. */
  readonly originalId: string
  readonly accountId: string
  readonly workspaceId: string
  readonly livemode: boolean
  readonly plan: RenditionPlan
  readonly now: Date
}

/** Has a rendition made, unless it was made before or is being made; one that failed is made another time. Returns its id. */
export async function saveRendition(trx: Trx, rendition: NewRendition): Promise<string> {
  const { id, originalId, accountId, workspaceId, livemode, plan, now } = rendition
  const ifFailed = <Value>(value: Value, column: string) =>
    sql<Value>`case when media_renditions.status = 'failed' then ${value} else ${sql.ref(`media_renditions.${column}`)} end`
  const row = await trx
    .insertInto('media_renditions')
    .values({
      id,
      account_id: accountId,
      workspace_id: workspaceId,
      livemode,
      original_id: originalId,
      recipe: JSON.stringify(plan.recipe),
      recipe_key: keyOfRecipe(plan.recipe),
      lane: plan.recipe.kind,
      changes: JSON.stringify(plan.changes),
      status: 'queued',
      due_at: now,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['original_id', 'recipe_key']).doUpdateSet({
        status: ifFailed<RenditionStatus>('queued', 'status'),
        due_at: sql<Date | null>`case when media_renditions.status = 'failed' then ${now}::timestamptz else media_renditions.due_at end`,
        lost_leases: sql<number>`case when media_renditions.status = 'failed' then 0 else media_renditions.lost_leases end`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** A rendition, as publishing needs it. */
export type PostedRendition = Pick<
  RenditionRow,
  'id' | 'original_id' | 'status' | 'changes' | 'file_id' | 'error_message' | 'retryable'
>

export async function findRenditions(
  db: Db | Trx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PostedRendition>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('media_renditions')
    .select(['id', 'original_id', 'status', 'changes', 'file_id', 'error_message', 'retryable'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Marks the files of a medium's renditions as being deleted with it. */
export async function markRenditionsDeleting(trx: Trx, originalId: string, now: Date): Promise<void> {
  await trx
    .updateTable('media')
    .set({ status: 'deleting', touched_at: now })
    .where('id', 'in', filesOf(trx, originalId))
    .execute()
}

/** The ids of the files of a medium's renditions. */
export async function findRenditionFiles(db: Db, originalId: string): Promise<string[]> {
  const rows = await filesOf(db, originalId).execute()
  return rows.flatMap(({ file_id }) => file_id ?? [])
}

function filesOf(db: Db | Trx, originalId: string) {
  return db
    .selectFrom('media_renditions')
    .select('file_id')
    .where('original_id', '=', originalId)
    .where('file_id', 'is not', null)
    .$narrowType<{ file_id: string }>()
}

/** What renditions are made of. */
export interface OriginalMedium {
  readonly id: string
  readonly owner: MediaOwner
  readonly storageKey: string
  readonly fileName: string
}

/** A medium that is there; undefined once it was deleted. */
export async function findOriginal(db: Db, id: string): Promise<OriginalMedium | undefined> {
  const row = await db
    .selectFrom('media')
    .select(['account_id', 'workspace_id', 'livemode', 'created_by', 'storage_key', 'file_name'])
    .where('id', '=', id)
    .where('status', '=', 'ready')
    .executeTakeFirst()
  return (
    row && {
      id,
      owner: {
        accountId: row.account_id,
        workspaceId: row.workspace_id,
        livemode: row.livemode,
        createdBy: row.created_by,
      },
      storageKey: row.storage_key,
      fileName: row.file_name ?? '',
    }
  )
}

interface Counted {
  /** Of the workspace. */
  readonly waiting: number
  readonly ofMedium: number
}

export async function countRenditions(
  trx: Trx,
  { workspaceId, originalId }: { readonly workspaceId: string; readonly originalId: string },
): Promise<Counted> {
  const count = trx.selectFrom('media_renditions').select(({ fn }) => fn.countAll<number>().as('count'))
  const waiting = await count
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'queued')
    .executeTakeFirstOrThrow()
  const ofMedium = await count.where('original_id', '=', originalId).executeTakeFirstOrThrow()
  return { waiting: Number(waiting.count), ofMedium: Number(ofMedium.count) }
}
