import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { AuditLogTable, Db, Trx } from '#db/types.ts'
import type { Principal } from '#shared/principal.ts'
import { isUuid, isWorkspaceId } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { AuditFilters } from '@powerpost/contract'
import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'

export type StoredLine = Selectable<AuditLogTable>

export async function insertLine(db: Db | Trx, line: Insertable<AuditLogTable>): Promise<void> {
  await db.insertInto('audit_log').values(line).execute()
}

interface FindOptions extends PageOptions {
  readonly filters: AuditFilters
}

/** Lines of the caller's account, mode and workspaces, newest first. */
export async function findLines(
  db: Db,
  { accountId, livemode, workspaceIds }: Principal,
  { filters, limit, after }: FindOptions,
): Promise<(StoredLine & ListedRow)[]> {
  const { principal_id, action, resource_type, resource_id, workspace_id, since, until } = filters
  const ids = [principal_id, resource_id].filter((id) => id !== undefined)
  // A column of UUIDs refuses anything else, and no row has it.
  if (!ids.every(isUuid) || (workspace_id !== undefined && !isWorkspaceId(workspace_id))) return []
  let query = db
    .selectFrom('audit_log')
    .selectAll()
    .select(createdAtText.as('created_at_text'))
    .where('account_id', '=', accountId)
    .where('livemode', '=', livemode)
  if (workspaceIds !== null) query = query.where('workspace_id', 'in', workspaceIds)
  if (principal_id !== undefined) query = query.where('key_id', '=', principal_id)
  if (action !== undefined) query = query.where('action', '=', action)
  if (resource_type !== undefined) query = query.where('resource_type', '=', resource_type)
  if (resource_id !== undefined) query = query.where('resource_id', '=', resource_id)
  if (workspace_id !== undefined) query = query.where('workspace_id', '=', workspace_id)
  if (since !== undefined) query = query.where('created_at', '>=', new Date(since))
  if (until !== undefined) query = query.where('created_at', '<', new Date(until))
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Deletes some lines that are older than a time: the only way in which a line goes. Returns how many. */
export async function removeLines(trx: Trx, before: Date, limit: number): Promise<number> {
  await sql`select set_config('powerpost.purges_audit_log', 'yes', true)`.execute(trx)
  const old = trx.selectFrom('audit_log').select('id').where('created_at', '<', before).limit(limit)
  const { numDeletedRows } = await trx.deleteFrom('audit_log').where('id', 'in', old).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
