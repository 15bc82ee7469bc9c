import type { Db } from '#db/types.ts'
import type { ChoiceName, PlatformChoice } from '@powerpost/contract'
import { sql } from 'kysely'

interface StoreOptions {
  readonly connectionId: string
  /** Of the tokens that it was asked with: what is of an older sign-in is not stored. */
  readonly tokenVersion: number
  readonly name: ChoiceName
  readonly choices: readonly PlatformChoice[]
  readonly now: Date
}

/** Keeps one list of an account, next to its others. */
export async function storeChoices(db: Db, options: StoreOptions): Promise<void> {
  const { connectionId, tokenVersion, name, choices, now } = options
  const list = JSON.stringify({ [name]: { choices, checked_at: now.toISOString() } })
  await db
    .updateTable('connections')
    .set({ choices: sql<string>`coalesce(choices, '{}'::jsonb) || ${list}::jsonb` })
    .where('id', '=', connectionId)
    .where('token_version', '>=', tokenVersion)
    .where('deleted_at', 'is', null)
    .execute()
}
