import type { Db } from '#db/types.ts'
import type { AccessStore } from '#shared/access-store.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { createUseNotes } from './note-use.ts'

interface AccessDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
}

/** Those of some keys that are neither revoked nor expired. */
export async function findUsableKeys(
  db: Db,
  { keyIds, now }: { readonly keyIds: readonly string[]; readonly now: Date },
): Promise<ReadonlySet<string>> {
  const keys = await db
    .selectFrom('api_keys')
    .select('id')
    .where('id', 'in', keyIds)
    .where('revoked_at', 'is', null)
    .where((key) => key.or([key('expires_at', 'is', null), key('expires_at', '>', now)]))
    .execute()
  return new Set(keys.map(({ id }) => id))
}

/** What authentication asks of the database. */
export function createAccessStore(dependencies: AccessDependencies): AccessStore {
  const { db } = dependencies
  return {
    noteUse: createUseNotes(dependencies),
    async findKeysByPrefix(prefix, workspaceId) {
      const keys = await db
        .selectFrom('api_keys')
        .select(['id', 'account_id', 'name', 'hash', 'scopes', 'livemode', 'workspace_ids', 'expires_at', 'revoked_at'])
        .select((key) =>
          key
            .exists(
              key
                .selectFrom('workspaces')
                .select('id')
                .where('id', '=', workspaceId ?? null)
                .whereRef('workspaces.account_id', '=', 'api_keys.account_id')
                .where('deleted_at', 'is', null),
            )
            .as('has_workspace'),
        )
        .where('prefix', '=', prefix)
        .execute()
      return keys.map((key) => ({
        hash: key.hash,
        expiresAt: key.expires_at,
        revokedAt: key.revoked_at,
        hasWorkspace: Boolean(key.has_workspace),
        principal: {
          accountId: key.account_id,
          kind: 'key',
          id: key.id,
          keyId: key.id,
          name: key.name,
          expiresAt: key.expires_at,
          livemode: key.livemode,
          scopes: key.scopes,
          workspaceIds: key.workspace_ids,
        },
      }))
    },
    async findTwoWorkspaces(accountId, ids) {
      if (ids?.length === 0) return []
      let query = db
        .selectFrom('workspaces')
        .select('id')
        .where('account_id', '=', accountId)
        .where('deleted_at', 'is', null)
        .orderBy('id', 'desc')
        .limit(2)
      if (ids) query = query.where('id', 'in', ids)
      return (await query.execute()).map(({ id }) => id)
    },
  }
}
