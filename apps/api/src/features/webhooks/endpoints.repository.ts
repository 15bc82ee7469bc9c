import { comesAfter, createdAtText } from '#db/keyset.ts'
import type { Db, Trx, WebhookEndpointsTable } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { isUuid } from '#shared/ids.ts'
import type { ListedRow, PageOptions } from '#shared/paginate.ts'
import type { Insertable, Selectable, Updateable } from 'kysely'

export type StoredEndpoint = Selectable<WebhookEndpointsTable>

/** Endpoints of the caller's workspace and mode, newest first. */
export async function findEndpoints(
  db: Db,
  principal: WorkspacePrincipal,
  { limit, after }: PageOptions,
): Promise<(StoredEndpoint & ListedRow)[]> {
  let query = db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .select(createdAtText.as('created_at_text'))
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
  if (after) query = query.where(comesAfter(after))
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** An endpoint of the caller's workspace and mode; undefined for any other id. */
export async function findEndpoint(
  db: Db | Trx,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredEndpoint | undefined> {
  if (!isUuid(id)) return undefined
  return endpointOf(db, principal, id).executeTakeFirst()
}

/**
 * The same, locked until the transaction ends. Code that changes an endpoint and its deliveries locks the endpoint first, so
 * that no two wait for each other.
 */
export async function lockEndpoint(
  trx: Trx,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredEndpoint | undefined> {
  if (!isUuid(id)) return undefined
  return endpointOf(trx, principal, id).forNoKeyUpdate().executeTakeFirst()
}

/** The same, locked against what refers to it too: no event can begin to be sent to it. */
export async function lockEndpointToDelete(
  trx: Trx,
  principal: WorkspacePrincipal,
  id: string,
): Promise<StoredEndpoint | undefined> {
  if (!isUuid(id)) return undefined
  return endpointOf(trx, principal, id).forUpdate().executeTakeFirst()
}

function endpointOf(db: Db | Trx, principal: WorkspacePrincipal, id: string) {
  return db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('id', '=', id)
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
}

/** How many the workspace has in the caller's mode. Until the transaction ends nobody else can add one. */
export async function countEndpoints(trx: Trx, principal: WorkspacePrincipal): Promise<number> {
  await trx.selectFrom('workspaces').select('id').where('id', '=', principal.workspaceId).forNoKeyUpdate().execute()
  const { count } = await trx
    .selectFrom('webhook_endpoints')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', principal.workspaceId)
    .where('livemode', '=', principal.livemode)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertEndpoint(trx: Trx, endpoint: Insertable<WebhookEndpointsTable>): Promise<StoredEndpoint> {
  return trx.insertInto('webhook_endpoints').values(endpoint).returningAll().executeTakeFirstOrThrow()
}

/** Changes an endpoint that is locked. */
export async function changeEndpoint(
  trx: Trx,
  id: string,
  changes: Updateable<WebhookEndpointsTable>,
): Promise<StoredEndpoint> {
  return trx.updateTable('webhook_endpoints').set(changes).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
}

/** Deletes an endpoint that is locked, with its deliveries. */
export async function removeEndpoint(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('webhook_endpoints').where('id', '=', id).execute()
}
