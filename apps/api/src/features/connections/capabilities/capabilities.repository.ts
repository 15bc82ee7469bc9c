import type { ConnectionsTable, Db } from '#db/types.ts'
import type { AccountCapabilities } from '@powerpost/contract'
import type { Updateable } from 'kysely'
import type { StoredConnection } from '../connections.repository.ts'

interface Asked {
  readonly id: string
  /** Of the tokens that it was asked with: what is of an older sign-in is not stored. */
  readonly tokenVersion: number
  readonly now: Date
}

interface Answered extends Asked {
  readonly capabilities: AccountCapabilities
}

/** Keeps what a platform says of an account; undefined: the connection was renewed or deleted meanwhile. */
export async function storeCapabilities(
  db: Db,
  { capabilities, ...asked }: Answered,
): Promise<StoredConnection | undefined> {
  return update(db, asked, {
    capabilities: JSON.stringify(capabilities),
    capabilities_checked_at: asked.now,
    capabilities_error: null,
  })
}

/** Keeps why a platform could not be asked, next to what it said before. */
export async function storeCapabilitiesError(
  db: Db,
  { message, ...asked }: Asked & { readonly message: string },
): Promise<StoredConnection | undefined> {
  return update(db, asked, { capabilities_error: message })
}

async function update(
  db: Db,
  { id, tokenVersion, now }: Asked,
  changes: Updateable<ConnectionsTable>,
): Promise<StoredConnection | undefined> {
  return db
    .updateTable('connections')
    .set({ ...changes, capabilities_asked_at: now })
    .where('id', '=', id)
    .where('token_version', '>=', tokenVersion)
    .where('deleted_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}
