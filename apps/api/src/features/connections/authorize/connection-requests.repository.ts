import type { ConnectionRequestsTable, Db, Trx } from '#db/types.ts'
import { isUuid } from '#shared/ids.ts'
import type { ConnectionRequestErrorCode } from '@powerpost/contract'
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { ConnectionOwner } from '../connections.repository.ts'

export type StoredRequest = Selectable<ConnectionRequestsTable>

export async function insertRequest(trx: Trx, request: Insertable<ConnectionRequestsTable>): Promise<void> {
  await trx.insertInto('connection_requests').values(request).execute()
}

/** The request of an id that this server made. */
export async function findRequestById(db: Db, id: string): Promise<StoredRequest | undefined> {
  return db.selectFrom('connection_requests').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A request of a workspace and mode; undefined for any other id. */
export async function findRequest(db: Db, owner: ConnectionOwner, id: string): Promise<StoredRequest | undefined> {
  return isUuid(id) ? requestsOf(db, owner).where('id', '=', id).executeTakeFirst() : undefined
}

/** The same, locked until the transaction ends. */
export async function lockRequest(trx: Trx, owner: ConnectionOwner, id: string): Promise<StoredRequest | undefined> {
  return isUuid(id) ? requestsOf(trx, owner).where('id', '=', id).forUpdate().executeTakeFirst() : undefined
}

function requestsOf(db: Db | Trx, { workspaceId, livemode }: ConnectionOwner) {
  return db
    .selectFrom('connection_requests')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('livemode', '=', livemode)
}

export async function findRequestByState(db: Db, stateHash: Buffer): Promise<StoredRequest | undefined> {
  return db.selectFrom('connection_requests').selectAll().where('state_hash', '=', stateHash).executeTakeFirst()
}

export async function findRequestByPageToken(db: Db, tokenHash: Buffer): Promise<StoredRequest | undefined> {
  return db.selectFrom('connection_requests').selectAll().where('page_token_hash', '=', tokenHash).executeTakeFirst()
}

/**
 * Uses the link of a request up: who comes next with its `state` finds it used, and its secrets are gone. A link that has expired is
 * not used.
 *
 * @returns it as it was before: `secrets` is null if it had been used already; undefined when there is none of that `state`
 */
export async function takeRequest(db: Db, stateHash: Buffer, now: Date): Promise<StoredRequest | undefined> {
  return db.transaction().execute(async (trx) => {
    const request = await trx
      .selectFrom('connection_requests')
      .selectAll()
      .where('state_hash', '=', stateHash)
      .forUpdate()
      .executeTakeFirst()
    if (!request || request.used_at !== null || request.expires_at <= now) return request
    await trx
      .updateTable('connection_requests')
      .set({ used_at: now, secrets: null })
      .where('id', '=', request.id)
      .execute()
    return request
  })
}

/** Changes a request that is locked, or in use by the process that took its link. */
export async function updateRequest(
  trx: Trx,
  id: string,
  changes: Updateable<ConnectionRequestsTable>,
): Promise<StoredRequest> {
  return trx
    .updateTable('connection_requests')
    .set(changes)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

interface FailOptions {
  readonly id: string
  readonly code: ConnectionRequestErrorCode
  readonly message: string
}

/** Ends a request whose sign-in came to nothing. Undefined: it was deleted with its workspace. */
export async function failRequest(db: Db, { id, code, message }: FailOptions): Promise<StoredRequest | undefined> {
  return db
    .updateTable('connection_requests')
    .set({ status: 'failed', error_code: code, error_message: message })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .returningAll()
    .executeTakeFirst()
}

/** How many requests of a workspace wait for a person now. */
export async function countOpenRequests(trx: Trx, workspaceId: string, now: Date): Promise<number> {
  const { count } = await trx
    .selectFrom('connection_requests')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('status', 'in', ['waiting', 'choosing'])
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return count
}

/** Forgets the tokens of choices that nobody made in time. */
export async function expireRequests(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('connection_requests')
    .set({ status: 'expired', choices: null, secrets: null })
    .where('status', 'in', ['waiting', 'choosing'])
    .where('expires_at', '<=', now)
    .execute()
}

/** Deletes the requests that ended before a time. */
export async function removeEndedRequests(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('connection_requests').where('expires_at', '<=', before).execute()
}
