import type { Db } from '#db/types.ts'
import type { AccessStore } from '#shared/access-store.ts'

/** What authentication asks of the database. */
export function createAccessStore(db: Db): AccessStore {
  return {
    async findKeysByPrefix(prefix) {
      const keys = await db
        .selectFrom('api_keys')
        .select(['id', 'account_id', 'hash', 'scopes', 'livemode', 'workspace_ids', 'expires_at', 'revoked_at'])
        .where('prefix', '=', prefix)
        .execute()
      return keys.map((key) => ({
        hash: key.hash,
        expiresAt: key.expires_at,
        revokedAt: key.revoked_at,
        caller: {
          accountId: key.account_id,
          keyId: key.id,
          livemode: key.livemode,
          scopes: key.scopes,
          workspaceIds: key.workspace_ids,
        },
      }))
    },
    async isWorkspaceOf(accountId, workspaceId) {
      const workspace = await db
        .selectFrom('workspaces')
        .select('id')
        .where('id', '=', workspaceId)
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return workspace !== undefined
    },
  }
}
