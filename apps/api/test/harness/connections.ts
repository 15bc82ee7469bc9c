import { randomUUID } from 'node:crypto'
import type { Clock } from '#shared/clock.ts'
import type { Db } from '#db/types.ts'
import type { OpenStoredConnection, StoredConnection } from '#features/connections/index.ts'
import { createConnectionOpener } from '#features/connections/index.ts'
import { createEventRecorder } from '#features/webhooks/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import type { Connector } from '#platforms/port.ts'
import { createSandbox } from '#platforms/sandbox/index.ts'
import { createX } from '#platforms/x/index.ts'
import { createKeyring } from '#shared/keyring.ts'
import { createLogger } from '#shared/logger.ts'

/** The one of every test server. */
export const keyring = createKeyring('not a secret: for tests, 32 characters')

const BOUNDS = { allowPrivate: true, timeoutMs: 10_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }

interface OpenerOptions {
  readonly db: Db
  readonly clock: Clock
  /** Of the fake X. */
  readonly apiUrl: string
}

/** What opens stored connections, as a process of its own would: nothing but the database is shared. */
export function createOpener({ db, clock, apiUrl }: OpenerOptions): OpenStoredConnection {
  return createConnectionOpener(createRefreshParts({ db, clock, connector: createFakeXConnector({ clock, apiUrl }) }))
}

/** Lets people connect accounts of the fake X. */
function createFakeXConnector({ clock, apiUrl }: Omit<OpenerOptions, 'db'>): Connector {
  const x = createX({
    fetch: createGuardedFetch(BOUNDS),
    clock,
    apiUrl,
    authorizeUrl: `${apiUrl}/authorize`,
    clientId: 'x-app',
    clientSecret: 'x-app-secret',
  })
  if (!x.connector) throw new Error('X connects accounts')
  return x.connector
}

interface RefreshPartsOptions {
  readonly db: Db
  readonly clock: Clock
  readonly connector: Connector
}

/** What refreshes tokens is made of, as in a process of its own. */
export function createRefreshParts({ db, clock, connector }: RefreshPartsOptions) {
  const sandbox = createSandbox({ clock })
  return {
    db,
    clock,
    keyring,
    logger: createLogger({ level: 'silent', pretty: false }),
    recordEvent: createEventRecorder({ clock }),
    platforms: { find: () => ({ ...sandbox, connector }) },
    random: () => 0,
  }
}

/** Opens a stored connection again and again, as each step of a process does. */
export async function createOpenerOf(
  parts: ReturnType<typeof createRefreshParts>,
  db: Db,
  connectionId: string,
): Promise<() => ReturnType<OpenStoredConnection>> {
  const stored = await db.selectFrom('connections').selectAll().where('id', '=', connectionId).executeTakeFirstOrThrow()
  const open = createConnectionOpener(parts)
  return () => open(stored)
}

interface StoredTokens {
  readonly accessToken: string
  readonly refreshToken?: string
  readonly endsAt: Date
}

/** Puts a connection to an account of the fake X into the database. */
export async function addConnection(
  db: Db,
  { accessToken, refreshToken, endsAt }: StoredTokens,
): Promise<StoredConnection> {
  const workspace = await db
    .selectFrom('workspaces')
    .selectAll()
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirstOrThrow()
  const id = randomUUID()
  const seal = (token: string, field: string) => keyring.seal(token, `${field} of connection ${id}`)
  return db
    .insertInto('connections')
    .values({
      id,
      account_id: workspace.account_id,
      workspace_id: workspace.id,
      livemode: true,
      platform: 'x',
      sandbox: false,
      display_name: '@powerpost',
      platform_account_id: '4711',
      status: 'active',
      access_token: seal(accessToken, 'access_token'),
      refresh_token: refreshToken === undefined ? null : seal(refreshToken, 'refresh_token'),
      token_expires_at: endsAt,
      scopes: [],
      expires_at: null,
      created_at: new Date(),
      updated_at: new Date(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
