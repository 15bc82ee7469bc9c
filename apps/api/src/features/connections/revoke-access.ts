import type { Db } from '#db/types.ts'
import type { Connector } from '#platforms/port.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { Logger } from '#shared/logger.ts'
import { isSharedWithOthers } from './connection-accounts.repository.ts'
import type { StoredConnection } from './connections.repository.ts'
import { openToken } from './tokens/seal-tokens.ts'

interface RevokeDependencies {
  readonly db: Db
  readonly keyring: Keyring
  readonly logger: Logger
}

const REVOKE_MS = 5_000

/**
 * Gives the access of a connection up at its platform. As well as it can: the connection is deleted already, and what fails is
 * in the log alone. Google and TikTok end all that a person gave the app: where another connection, perhaps of another workspace, is to
 * the same account, the last one that is deleted gives it up.
 *
 * @param connection as it was before it was deleted
 */
export async function revokeAccess(
  { db, keyring, logger }: RevokeDependencies,
  connector: Connector | undefined,
  connection: StoredConnection,
): Promise<void> {
  const { id: connectionId, access_token, refresh_token } = connection
  if (!connector?.revoke || access_token === null) return
  try {
    if (await isSharedWithOthers(db, connection)) return
    const grant = {
      accessToken: openToken(access_token, { keyring, connectionId, field: 'access_token' }),
      ...(refresh_token !== null && {
        refreshToken: openToken(refresh_token, { keyring, connectionId, field: 'refresh_token' }),
      }),
    }
    await connector.revoke(grant, AbortSignal.timeout(REVOKE_MS))
  } catch (err) {
    logger.warn({ err, connection_id: connectionId }, 'revoking the access of a deleted connection failed')
  }
}
