import type { Db, Trx } from '#db/types.ts'
import { fingerprintApiKey, makeApiKey } from '#shared/api-key.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { SCOPE_PRESETS } from '@powerpost/contract'
import { sql } from 'kysely'
import { grantCredits } from './credits.ts'

interface FirstAccountOptions {
  readonly db: Db
  readonly clock: Clock
  readonly initialCredits: number
  /** Generated when absent. */
  readonly apiKey: string | undefined
  /** Generated when absent. */
  readonly workspaceId: string | undefined
}

export interface FirstAccount {
  readonly accountId: string
  readonly workspaceId: string
  /** A key that was made now, to be shown once: only its hash is kept. Absent when it was given, or shown before. */
  readonly newApiKey?: string
}

/** Any number: processes that start together on one database wait for each other under it. */
const FIRST_START_LOCK = 7_011_976

const FIRST_KEY_NAME = 'First key'

/**
 * The first account: made on the first start, with its workspace and key, and found on every later one.
 *
 * A start that ended before it could show its key leaves a key that nobody knows: the next start makes another in its
 * place. Say that it was shown by `confirmFirstKeyShown`.
 */
export async function ensureFirstAccount(options: FirstAccountOptions): Promise<FirstAccount> {
  return options.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${FIRST_START_LOCK})`.execute(trx)
    const account = await trx
      .selectFrom('accounts')
      .innerJoin('workspaces', 'workspaces.account_id', 'accounts.id')
      .select(['accounts.id', 'workspaces.id as workspace_id', 'first_key_shown'])
      .where('workspaces.deleted_at', 'is', null)
      .orderBy('accounts.created_at')
      .orderBy('workspaces.created_at')
      .limit(1)
      .executeTakeFirst()
    if (!account) return insertFirstAccount(trx, options)
    const found = { accountId: account.id, workspaceId: account.workspace_id }
    return account.first_key_shown
      ? found
      : { ...found, newApiKey: await replaceFirstKey(trx, account.id, options.clock) }
  })
}

/** A person has seen the first key: later starts leave it alone. */
export async function confirmFirstKeyShown(db: Db, accountId: string): Promise<void> {
  await db.updateTable('accounts').set({ first_key_shown: true }).where('id', '=', accountId).execute()
}

async function insertFirstAccount(trx: Trx, options: FirstAccountOptions): Promise<FirstAccount> {
  const { clock, initialCredits } = options
  const accountId = makeId(clock)
  const workspaceId = options.workspaceId ?? makeId(clock)
  const created_at = clock.now()
  // A key that was given is known already.
  const first_key_shown = options.apiKey !== undefined
  const account = { id: accountId, name: 'Default', credit_balance: 0, first_key_shown, created_at }
  await trx.insertInto('accounts').values(account).execute()
  await grantCredits(trx, { accountId, amount: initialCredits, note: 'Initial credits', clock })
  await trx
    .insertInto('workspaces')
    .values({ id: workspaceId, account_id: accountId, name: 'Default', created_at })
    .execute()
  const apiKey = options.apiKey ?? makeApiKey({ livemode: true })
  await insertFirstKey(trx, { accountId, apiKey, clock })
  return { accountId, workspaceId, ...(!first_key_shown && { newApiKey: apiKey }) }
}

async function replaceFirstKey(trx: Trx, accountId: string, clock: Clock): Promise<string> {
  await trx
    .updateTable('api_keys')
    .set({ revoked_at: clock.now() })
    .where('account_id', '=', accountId)
    .where('name', '=', FIRST_KEY_NAME)
    .where('revoked_at', 'is', null)
    .execute()
  const apiKey = makeApiKey({ livemode: true })
  await insertFirstKey(trx, { accountId, apiKey, clock })
  return apiKey
}

interface NewKey {
  readonly accountId: string
  readonly apiKey: string
  readonly clock: Clock
}

async function insertFirstKey(trx: Trx, { accountId, apiKey, clock }: NewKey): Promise<void> {
  await trx
    .insertInto('api_keys')
    .values({
      id: makeId(clock),
      account_id: accountId,
      name: FIRST_KEY_NAME,
      ...fingerprintApiKey(apiKey),
      scopes: [...SCOPE_PRESETS.read_write],
      livemode: true,
      workspace_ids: null,
      created_at: clock.now(),
      expires_at: null,
      revoked_at: null,
    })
    .execute()
}
