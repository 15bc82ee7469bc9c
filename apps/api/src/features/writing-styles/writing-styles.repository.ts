import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { Db, StoredStyle, Trx, WritingStylesTable } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { isUuid } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { Insertable, Selectable, Updateable } from 'kysely'

export type StoredWritingStyle = Selectable<WritingStylesTable>

/** Writing styles of the caller's workspace and mode, newest first. */
export async function findWritingStyles(
  db: Db,
  principal: WorkspacePrincipal,
  { limit, after }: PageOptions,
): Promise<(StoredWritingStyle & ListedRow)[]> {
  let query = db
    .selectFrom('writing_styles')
    .selectAll()
    .select(createdAtText.as('created_at_text'))
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** A writing style of the caller's workspace and mode; undefined for any other id. */
export async function findWritingStyle(
  db: Db,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredWritingStyle | undefined> {
  if (!isUuid(id)) return undefined
  return db
    .selectFrom('writing_styles')
    .selectAll()
    .where('id', '=', id)
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
    .executeTakeFirst()
}

/** What a generation is to be written in: the style it names, else the active one; undefined when there is none. */
export async function findStyleForGeneration(
  trx: Trx,
  principal: WorkspacePrincipal,
  id: string | undefined,
): Promise<StoredStyle | undefined> {
  if (id !== undefined && !isUuid(id)) return undefined
  const query = trx
    .selectFrom('writing_styles')
    .select(['name', 'instructions', 'examples', 'platform_examples'])
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
  return (id === undefined ? query.where('active', '=', true) : query.where('id', '=', id)).executeTakeFirst()
}

/** How many a workspace has. Until the transaction ends nobody else can add one. */
export async function countWritingStyles(trx: Trx, principal: WorkspacePrincipal): Promise<number> {
  await trx.selectFrom('workspaces').select('id').where('id', '=', principal.workspaceId).forNoKeyUpdate().execute()
  const { count } = await trx
    .selectFrom('writing_styles')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', principal.workspaceId)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertWritingStyle(trx: Trx, style: Insertable<WritingStylesTable>): Promise<StoredWritingStyle> {
  return trx.insertInto('writing_styles').values(style).returningAll().executeTakeFirstOrThrow()
}

/** The same as `findWritingStyle`, locked until the transaction ends. */
export async function lockWritingStyle(
  trx: Trx,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredWritingStyle | undefined> {
  if (!isUuid(id)) return undefined
  return trx
    .selectFrom('writing_styles')
    .selectAll()
    .where('id', '=', id)
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
    .forUpdate()
    .executeTakeFirst()
}

/** Changes a writing style that is locked. */
export async function changeWritingStyle(
  trx: Trx,
  id: string,
  changes: Updateable<WritingStylesTable>,
): Promise<StoredWritingStyle> {
  return trx.updateTable('writing_styles').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** Deactivates the active style of a workspace and mode. Until the transaction ends nobody else can activate one. */
export async function deactivateWritingStyles(trx: Trx, principal: WorkspacePrincipal): Promise<void> {
  await trx.selectFrom('workspaces').select('id').where('id', '=', principal.workspaceId).forNoKeyUpdate().execute()
  await trx
    .updateTable('writing_styles')
    .set({ active: false })
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
    .where('active', '=', true)
    .execute()
}

/** Deletes the writing styles of a deleted workspace. */
export async function removeWritingStyles(trx: Trx, workspaceId: string): Promise<void> {
  await trx.deleteFrom('writing_styles').where('workspace_id', '=', workspaceId).execute()
}

/** Deletes a writing style that is locked. */
export async function removeWritingStyle(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('writing_styles').where('id', '=', id).execute()
}
