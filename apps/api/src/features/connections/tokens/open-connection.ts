import type { OpenConnection } from '#platforms/port.ts'
import type { StoredConnection } from '../connections.repository.ts'
import type { RefreshDependencies } from './refresh-tokens.ts'
import { provideToken } from './refresh-tokens.ts'
import { signInPlatformOf } from './sign-in-platform.ts'

/** A token that ends sooner is refreshed before it is used: a step may take some minutes. */
const MARGIN_MS = 5 * 60_000

/** A stored connection, opened for one attempt at a step. */
export interface OpenedConnection extends OpenConnection {
  readonly connectionId: string
  /** The version of the token that was handed out last: what `endConnection` asks for when the platform refused it. */
  tokenVersion(): number
}

/** What the sandbox is handed for a token: it asks for none. */
const NO_TOKEN = 'sandbox'

/**
 * Makes what opens stored connections.
 *
 * Tokens are read from the database each time, refreshed by one process at a time for all, and stored before they are used.
 * Where the platform says that only a person can help, the connection is ended then and there, and listeners are reported.
 */
export function createConnectionOpener(dependencies: RefreshDependencies) {
  const { clock } = dependencies
  return (connection: StoredConnection): OpenedConnection => {
    const { id: connectionId, sandbox, display_name: displayName } = connection
    let version = connection.token_version
    const provide = async (options: Omit<Parameters<typeof provideToken>[1], 'connectionId'>) => {
      if (sandbox) return NO_TOKEN
      const token = await provideToken(dependencies, { ...options, connectionId })
      version = token.version
      return token.value
    }
    return {
      connectionId,
      accountId: connection.account_id,
      platformAccountId: connection.platform_account_id ?? connectionId,
      displayName,
      accountKind: connection.account_kind ?? 'profile',
      signInPlatform: signInPlatformOf(connection),
      tokenVersion: () => version,
      accessToken: (signal) => provide({ signal, isGood: ({ endsAt }) => endsAt === null || later(endsAt) }),
      replaceToken: (refused, signal) => provide({ signal, isGood: ({ value }) => value !== refused, refused }),
    }
  }

  function later(endsAt: Date): boolean {
    return endsAt.getTime() - clock.now().getTime() > MARGIN_MS
  }
}

export type OpenStoredConnection = ReturnType<typeof createConnectionOpener>
