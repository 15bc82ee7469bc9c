import type { Keyring } from '#shared/keyring.ts'
import type { Db } from './types.ts'

const CONTEXT = 'key check'
const KNOWN_TEXT = 'powerpost'

/** Whether anything may have been sealed already. */
export async function hasKeyCheck(db: Db): Promise<boolean> {
  return (await readKeyCheck(db)) !== undefined
}

/**
 * Whether a keyring opens what this database holds. The first keyring that asks becomes the database's own: what it seals could be
 * opened by no other.
 */
export async function isKeyOfDatabase(db: Db, keyring: Keyring): Promise<boolean> {
  const sealed = keyring.seal(KNOWN_TEXT, CONTEXT)
  await db
    .insertInto('key_check')
    .values({ sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  // Not ours when another process was first.
  const kept = await readKeyCheck(db)
  try {
    return kept !== undefined && keyring.open(kept, CONTEXT) === KNOWN_TEXT
  } catch {
    return false
  }
}

async function readKeyCheck(db: Db): Promise<string | undefined> {
  const row = await db.selectFrom('key_check').select('sealed').executeTakeFirst()
  return row?.sealed
}
