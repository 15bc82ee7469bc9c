import type { ConnectionRequestsTable, Db, Trx } from '#db/types.ts'
import type { Insertable, Selectable } from 'kysely'

export type StoredRequest = Selectable<ConnectionRequestsTable>

export async function insertRequest(trx: Trx, request: Insertable<ConnectionRequestsTable>): Promise<void> {
  await trx.insertInto('connection_requests').values(request).execute()
}

export async function findRequest(db: Db, id: string): Promise<StoredRequest | undefined> {
  return db.selectFrom('connection_requests').selectAll().where('id', '=', id).executeTakeFirst()
}

/**
 * Uses a request up: whoever comes next with its `state` finds it used, and its secrets are gone.
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
    if (!request || request.used_at !== null) return request
    await trx
      .updateTable('connection_requests')
      .set({ used_at: now, secrets: null })
      .where('id', '=', request.id)
      .execute()
    return request
  })
}

/** Forgets the requests that ended before a time. */
export async function removeEndedRequests(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('connection_requests').where('expires_at', '<=', before).execute()
}
