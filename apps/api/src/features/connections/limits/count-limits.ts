import type { Db, Trx } from '#db/types.ts'
import { laneOf } from '#features/pauses/index.ts'
import type { AccountLimit } from '@powerpost/contract'
import { PLATFORM_OF_POST_TYPE, POST_TYPES, PUBLISHING_RULES } from '@powerpost/contract'
import type { PublishingRules } from '@powerpost/contract'
import { countPosted } from '../connection-accounts.repository.ts'
import type { StoredConnection } from '../connections.repository.ts'

const DAY_MS = 24 * 3600_000

/**
 * The quotas of a connection that its platform documents and cannot be asked about: how many this server published in the last 24 hours.
 * What was published by other means is not known. None for the sandbox.
 */
export async function countLimits(db: Db | Trx, connection: StoredConnection, now: Date): Promise<AccountLimit[]> {
  if (laneOf(connection) === 'sandbox') return []
  const limits: AccountLimit[] = []
  for (const postType of POST_TYPES) {
    const { perDay }: PublishingRules = PUBLISHING_RULES[postType]
    if (!perDay || PLATFORM_OF_POST_TYPE[postType] !== connection.platform) continue
    const since = new Date(now.getTime() - DAY_MS)
    limits.push({
      name: `${postType.replaceAll('-', '_')}s_24h`,
      used: await countPosted(db, { connectionId: connection.id, postType, since }),
      total: perDay.max,
      resets_at: null,
      scope: 'account',
      post_types: [postType],
      source: `what this server published, and ${perDay.source}`,
    })
  }
  return limits
}
