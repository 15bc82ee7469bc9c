import type { Connector } from '#platforms/port.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { Logger } from '#shared/logger.ts'
import type { StoredConnection } from './connections.repository.ts'
import { openToken } from './tokens/seal-tokens.ts'

interface RevokeDependencies {
  readonly keyring: Keyring
  readonly logger: Logger
}

const REVOKE_MS = 5_000

/**
 * Gives the access of a connection up at its platform. As well as it can: the connection is deleted already, and what fails is
 * in the log alone.
 *
 * @param connection as it was before it was deleted
 */
export async function revokeAccess(
  { keyring, logger }: RevokeDependencies,
  connector: Connector | undefined,
  { id: connectionId, access_token, refresh_token }: StoredConnection,
): Promise<void> {
  if (!connector?.revoke || access_token === null) return
  try {
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
