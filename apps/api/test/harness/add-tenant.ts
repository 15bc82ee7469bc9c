import { randomUUID } from 'node:crypto'
import type { Scope } from '@powerpost/contract'
import { SCOPES } from '@powerpost/contract'
import type { Db } from '#db/types.ts'
import { fingerprintApiKey, makeApiKey } from '#shared/api-key.ts'

/** Who asks: a key, and the workspace it asks about. */
export interface Tenant {
  readonly accountId: string
  readonly apiKey: string
  readonly workspaceId: string
}

interface KeyOptions {
  readonly accountId: string
  readonly livemode?: boolean
  readonly workspaceIds?: readonly string[]
  readonly scopes?: readonly Scope[]
  readonly expiresAt?: Date
  readonly revokedAt?: Date
}

/** Puts a key into the database, of every scope unless it says otherwise. */
export async function addKey(db: Db, options: KeyOptions): Promise<string> {
  const { accountId, livemode = true, workspaceIds, scopes = SCOPES, expiresAt, revokedAt } = options
  const apiKey = makeApiKey({ livemode })
  await db
    .insertInto('api_keys')
    .values({
      id: randomUUID(),
      account_id: accountId,
      name: 'test',
      ...fingerprintApiKey(apiKey),
      scopes: [...scopes],
      livemode,
      workspace_ids: workspaceIds ? [...workspaceIds] : null,
      created_at: new Date(),
      expires_at: expiresAt ?? null,
      revoked_at: revokedAt ?? null,
    })
    .execute()
  return apiKey
}

export async function addWorkspace(db: Db, accountId: string): Promise<string> {
  const id = randomUUID()
  const created_at = new Date()
  await db.insertInto('workspaces').values({ id, account_id: accountId, name: 'Other', created_at }).execute()
  return id
}

/** Puts another account into the database, with a workspace, a key of every scope, and some credits. */
export async function addAccount(db: Db, credits = 0): Promise<Tenant> {
  const accountId = randomUUID()
  const created_at = new Date()
  await db
    .insertInto('accounts')
    .values({ id: accountId, name: 'Other', credit_balance: credits, created_at })
    .execute()
  return { accountId, apiKey: await addKey(db, { accountId }), workspaceId: await addWorkspace(db, accountId) }
}

/** The headers that a tenant asks with. */
export function headersOf({ apiKey, workspaceId }: Tenant): Record<string, string> {
  return { 'x-api-key': apiKey, 'x-workspace-id': workspaceId }
}
