import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { Db, QueuesTable, Trx } from '#db/types.ts'
import { lockWorkspaceToAdd } from '#features/workspaces/index.ts'
import { isUuid } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Insertable, Selectable, Updateable } from 'kysely'

export type StoredQueue = Selectable<QueuesTable>

function queuesOf(db: Db | Trx, { workspaceId, livemode }: WorkspacePrincipal) {
  return db.selectFrom('queues').selectAll().where('workspace_id', '=', workspaceId).where('livemode', '=', livemode)
}

/** Queues of the caller's workspace and mode, newest first. */
export async function findQueues(
  db: Db,
  principal: WorkspacePrincipal,
  { limit, after }: PageOptions,
): Promise<(StoredQueue & ListedRow)[]> {
  let query = queuesOf(db, principal).select(createdAtText.as('created_at_text'))
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** A queue of the caller's workspace and mode; undefined for any other id. */
export async function findQueue(db: Db, principal: WorkspacePrincipal, id: string): Promise<StoredQueue | undefined> {
  return isUuid(id) ? queuesOf(db, principal).where('id', '=', id).executeTakeFirst() : undefined
}

/**
 * The same, locked until the transaction ends: nobody else can take one of its slots, change or delete it. Whoever needs posts too
 * locks those after it, so that there are no deadlocks.
 */
export async function lockQueue(trx: Trx, principal: WorkspacePrincipal, id: string): Promise<StoredQueue | undefined> {
  return isUuid(id) ? queuesOf(trx, principal).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
}

/** How many a workspace has in the caller's mode. Until the transaction ends nobody else can add one. */
export async function countQueues(trx: Trx, { workspaceId, livemode }: WorkspacePrincipal): Promise<number> {
  await lockWorkspaceToAdd(trx, workspaceId)
  const { count } = await trx
    .selectFrom('queues')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertQueue(trx: Trx, queue: Insertable<QueuesTable>): Promise<StoredQueue> {
  return trx.insertInto('queues').values(queue).returningAll().executeTakeFirstOrThrow()
}

/** Changes a queue that is locked. */
export async function changeQueue(trx: Trx, id: string, changes: Updateable<QueuesTable>): Promise<StoredQueue> {
  return trx.updateTable('queues').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** Deletes a queue that is locked. Its posts are in none then. */
export async function removeQueue(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('queues').where('id', '=', id).execute()
}

/** Deletes the queues of a deleted workspace. */
export async function removeQueues(trx: Trx, workspaceId: string): Promise<void> {
  await trx.deleteFrom('queues').where('workspace_id', '=', workspaceId).execute()
}
