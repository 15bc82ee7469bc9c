import type { Connector, Grant } from '#platforms/port.ts'
import { PlatformError } from '#platforms/port.ts'
import { reportEnds } from '#features/connections/report-ends.ts'
import { renewDue } from '#features/connections/tokens/renew-due.ts'
import type { Clock } from '#shared/clock.ts'
import { connectionHealthSchema } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { addConnection, createRefreshParts } from './harness/connections.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const DAY_MS = 24 * 3600_000

/** A platform whose tokens live for 60 days and are renewed by themselves, once they are a day old. A renewal voids the old one. */
class LongLivedTokens {
  /** Until when each token is good, and since when. */
  readonly tokens = new Map<string, { readonly since: number; readonly until: number }>()
  renewals = 0
  down = false
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  issue(): Grant {
    const since = this.#clock.now().getTime()
    const accessToken = `long-${this.tokens.size}`
    this.tokens.set(accessToken, { since, until: since + 60 * DAY_MS })
    return { accessToken, expiresAt: new Date(since + 60 * DAY_MS), scopes: ['publish'] }
  }

  readonly connector: Connector = {
    renewal: 'access_token',
    scopes: ['publish', 'comment'],
    authorizeUrl: () => 'https://platform.invalid/authorize',
    exchange: async () => ({ grant: this.issue(), accounts: [] }),
    refresh: async ({ accessToken }) => {
      if (this.down) throw new PlatformError('retry', 'The platform is down.')
      const now = this.#clock.now().getTime()
      const token = this.tokens.get(accessToken)
      if (!token || token.until <= now) throw new PlatformError('reconnect', 'The token has expired.')
      if (now - token.since < DAY_MS) throw new PlatformError('retry', 'The token is younger than a day.')
      this.renewals += 1
      this.tokens.set(accessToken, { ...token, until: now })
      return this.issue()
    },
  }
}

let server: TestServer
let clock: MovableClock
let platform: LongLivedTokens
beforeAll(async () => {
  clock = createMovableClock()
  server = await startTestServer({ work: false, clock })
  const events = ['connection.expiring', 'connection.expired']
  await server.post('/api/v1/webhooks/endpoints', { url: 'https://webhooks.invalid/powerpost', events })
})
afterAll(() => server.stop())
afterEach(async () => {
  await sql`delete from connections`.execute(server.db)
  await sql`delete from webhook_events`.execute(server.db)
})

/** A connection to an account of the platform, whose tokens are renewed from some time on. */
async function connect(renewInDays = 30) {
  platform = new LongLivedTokens(clock)
  const { accessToken, expiresAt = clock.now() } = platform.issue()
  const { id } = await addConnection(server.db, { accessToken, endsAt: expiresAt })
  const renewAt = new Date(clock.now().getTime() + renewInDays * DAY_MS)
  await server.db.updateTable('connections').set({ renew_at: renewAt }).where('id', '=', id).execute()
  return id
}

const parts = () => createRefreshParts({ db: server.db, clock, connector: platform.connector })

async function sweep(): Promise<void> {
  await renewDue(parts())
  await reportEnds(parts())
}

async function readHealth(id: string) {
  const response = await server.request(`/api/v1/connections/${id}/health`)
  return connectionHealthSchema.strict().parse(await response.json())
}

async function readEvents(): Promise<string[]> {
  const rows = await server.db.selectFrom('webhook_events').select('event').orderBy('created_at').execute()
  return rows.map(({ event }) => event)
}

it('a token that nobody uses for 90 days is alive, and renewed no more often than it has to be', async () => {
  const id = await connect()
  for (let day = 0; day < 90; day += 1) {
    clock.move({ hours: 24 })
    await sweep()
  }
  expect(platform.renewals).toBeLessThanOrEqual(4)
  const health = await readHealth(id)
  expect(health).toMatchObject({ status: 'active', last_error: null, scopes: { granted: ['publish'], missing: [] } })
  expect(Date.parse(health.token_expires_at ?? '') - clock.now().getTime()).toBeGreaterThan(20 * DAY_MS)
  expect(Date.parse(health.renews_at ?? '')).toBeLessThan(Date.parse(health.token_expires_at ?? ''))
  expect(await readEvents()).toEqual([])
})

it('a token is renewed once, however many processes find that it is due', async () => {
  await connect(0)
  clock.move({ hours: 25 })
  await Promise.all([renewDue(parts()), renewDue(parts()), renewDue(parts())])
  expect(platform.renewals).toBe(1)
  const row = await server.db.selectFrom('connections').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ status: 'active', token_version: 1, refresh_claim: null })
})

it('a renewal that fails is tried again later, and its error is shown until it succeeds', async () => {
  const id = await connect(0)
  clock.move({ hours: 25 })
  platform.down = true
  await sweep()
  const failed = await readHealth(id)
  expect(failed).toMatchObject({ status: 'active', last_error: { message: 'The platform is down.', action: 'wait' } })
  platform.down = false
  await sweep()
  expect(platform.renewals).toBe(0)
  clock.move({ hours: 2 })
  await sweep()
  expect(platform.renewals).toBe(1)
  expect(await readHealth(id)).toMatchObject({ last_error: null, last_renewed_at: expect.any(String) })
})

it('a refused renewal ends the connection and is reported once', async () => {
  const id = await connect(0)
  clock.move({ hours: 61 * 24 })
  await Promise.all([sweep(), sweep()])
  await sweep()
  expect(await readEvents()).toEqual(['connection.expired'])
  expect(await readHealth(id)).toMatchObject({
    status: 'expired',
    last_error: { action: 'reconnect' },
    renews_at: null,
  })
})

it('an end that no renewal prevents is reported seven days before and when it comes, once each', async () => {
  const id = await connect(300)
  const expiresAt = new Date(clock.now().getTime() + 10 * DAY_MS)
  await server.db
    .updateTable('connections')
    .set({ expires_at: expiresAt, renew_at: null })
    .where('id', '=', id)
    .execute()
  await sweep()
  expect(await readEvents()).toEqual([])
  clock.move({ hours: 4 * 24 })
  await Promise.all([sweep(), sweep()])
  await sweep()
  expect(await readEvents()).toEqual(['connection.expiring'])
  expect(await readHealth(id)).toMatchObject({ status: 'expiring' })
  clock.move({ hours: 7 * 24 })
  await Promise.all([sweep(), sweep()])
  await sweep()
  expect(await readEvents()).toEqual(['connection.expiring', 'connection.expired'])
  expect(await readHealth(id)).toMatchObject({ status: 'expired' })
})
