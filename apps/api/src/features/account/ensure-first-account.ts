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
  readonly workspaceId: string
  /** Only when it was made now: it is shown once, and only its hash is kept. */
  readonly apiKey?: string
}

/** Any number: processes that start together on one database wait for each other under it. */
const FIRST_START_LOCK = 7_011_976

/** The first account: made on the first start, with its workspace and key, and found on every later one. */
export async function ensureFirstAccount(options: FirstAccountOptions): Promise<FirstAccount> {
  return options.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${FIRST_START_LOCK})`.execute(trx)
    const workspace = await trx.selectFrom('workspaces').select('id').orderBy('created_at').limit(1).executeTakeFirst()
    return workspace ? { workspaceId: workspace.id } : insertFirstAccount(trx, options)
  })
}

async function insertFirstAccount(trx: Trx, options: FirstAccountOptions): Promise<FirstAccount> {
  const { clock, initialCredits } = options
  const apiKey = options.apiKey ?? makeApiKey()
  const workspaceId = options.workspaceId ?? makeId(clock)
  const accountId = makeId(clock)
  const created_at = clock.now()
  await trx.insertInto('accounts').values({ id: accountId, name: 'Default', credit_balance: 0, created_at }).execute()
  await grantCredits(trx, { accountId, amount: initialCredits, note: 'Initial credits', clock })
  await trx
    .insertInto('workspaces')
    .values({ id: workspaceId, account_id: accountId, name: 'Default', created_at })
    .execute()
  await trx
    .insertInto('api_keys')
    .values({
      id: makeId(clock),
      account_id: accountId,
      name: 'First key',
      ...fingerprintApiKey(apiKey),
      scopes: [...SCOPE_PRESETS.read_write],
      livemode: true,
      workspace_ids: null,
      created_at,
      expires_at: null,
      revoked_at: null,
    })
    .execute()
  return { apiKey, workspaceId }
}
