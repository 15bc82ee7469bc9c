import { tablesHolding } from '#db/inventory.ts'
import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { Db, Trx, WorkspacesTable } from '#db/types.ts'
import { lockAccount } from '#features/account/index.ts'
import type { Principal } from '#shared/principal.ts'
import { isWorkspaceId } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { Insertable, Selectable } from 'kysely'

export type StoredWorkspace = Selectable<WorkspacesTable>

/** Workspaces that the caller's key reaches, newest first. */
export async function findWorkspaces(
  db: Db,
  principal: Principal,
  { limit, after }: PageOptions,
): Promise<(StoredWorkspace & ListedRow)[]> {
  let query = db
    .selectFrom('workspaces')
    .selectAll()
    .select(createdAtText.as('created_at_text'))
    .where('account_id', '=', principal.accountId)
    .where('deleted_at', 'is', null)
  if (principal.workspaceIds !== null) query = query.where('id', 'in', principal.workspaceIds)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** How many the account has. Until the transaction ends nobody else can add one. */
export async function countWorkspaces(trx: Trx, accountId: string): Promise<number> {
  await lockAccount(trx, accountId)
  const { count } = await trx
    .selectFrom('workspaces')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertWorkspace(trx: Trx, workspace: Insertable<WorkspacesTable>): Promise<StoredWorkspace> {
  return trx.insertInto('workspaces').values(workspace).returningAll().executeTakeFirstOrThrow()
}

/** Makes others that want to add to a workspace wait until the transaction ends. */
export async function lockWorkspaceToAdd(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('workspaces').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

/** Whether a workspace is there, and was not deleted. */
export async function isWorkspaceThere(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('workspaces')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether an id could be of a workspace that the caller's key reaches. */
export function isReachable(principal: Principal, id: string): boolean {
  return isWorkspaceId(id) && (principal.workspaceIds === null || principal.workspaceIds.includes(id.toLowerCase()))
}

/** A workspace that the caller's key reaches, locked; undefined when there is none of that id. */
export async function lockWorkspace(trx: Trx, principal: Principal, id: string): Promise<StoredWorkspace | undefined> {
  if (!isReachable(principal, id)) return undefined
  return trx
    .selectFrom('workspaces')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', principal.accountId)
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Renames a workspace that is locked. */
export async function setWorkspaceName(
  trx: Trx,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<StoredWorkspace> {
  return trx.updateTable('workspaces').set({ name }).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** The account's workspaces, locked: until the transaction ends nobody else deletes one, or puts anything in. */
export async function lockWorkspaces(trx: Trx, accountId: string): Promise<StoredWorkspace[]> {
  return trx
    .selectFrom('workspaces')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Whose rows a workspace holds. */
export interface Holdings {
  readonly live: boolean
  readonly any: boolean
}

export async function findHoldings(trx: Trx, workspaceId: string): Promise<Holdings> {
  const found = { live: false, any: false }
  for (const table of tablesHolding('by mode')) {
    const rows = await trx
      .selectFrom(table)
      .select('livemode')
      .distinct()
      .where('workspace_id', '=', workspaceId)
      .execute()
    found.any ||= rows.length > 0
    found.live ||= rows.some((row) => row.livemode)
  }
  return found
}

export async function markDeleted(trx: Trx, id: string, now: Date): Promise<void> {
  await trx.updateTable('workspaces').set({ deleted_at: now }).where('id', '=', id).execute()
}

/** Removes a deleted workspace that holds nothing any more: the database refuses to remove another. */
export async function removeWorkspace(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('workspaces').where('id', '=', id).where('deleted_at', 'is not', null).execute()
}
