import { PublishError } from '#platforms/port.ts'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { XServer } from './fake-platforms/x-server.ts'
import { startX } from './fake-platforms/x-server.ts'
import { addConnection, createOpener, keyring } from './harness/connections.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const SCOPES = ['tweet.read', 'tweet.write', 'users.read', 'media.write', 'offline.access']
const HOUR_MS = 3600_000
const { signal } = new AbortController()

let server: TestServer
let x: XServer
beforeAll(async () => {
  x = await startX()
  server = await startTestServer({ work: false })
  await server.post('/api/v1/webhooks/endpoints', {
    url: 'https://webhooks.invalid/powerpost',
    events: ['connection.expired'],
  })
})
afterAll(async () => {
  await server.stop()
  await x.stop()
})
afterEach(async () => {
  expect(x.state.complaints).toEqual([])
  Object.assign(x.state.manner, { loseRefreshes: 0, failRefreshes: 0, failStatus: 503 })
  x.state.refreshes = 0
  await sql`delete from connections`.execute(server.db)
  await sql`delete from webhook_events`.execute(server.db)
})

const opener = (clock = { now: () => new Date() }) => createOpener({ db: server.db, clock, apiUrl: x.url })

/** A connection whose access token ends in so many minutes. */
async function connection(minutes: number) {
  const { accessToken, refreshToken = '' } = x.state.grant('4711', SCOPES)
  const endsAt = new Date(Date.now() + minutes * 60_000)
  const stored = await addConnection(server.db, { accessToken, refreshToken, endsAt })
  return { accessToken, refreshToken, stored }
}

async function rejection(promise: Promise<unknown>): Promise<PublishError> {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(PublishError)
  return error as PublishError
}

async function readRow() {
  return server.db.selectFrom('connections').selectAll().executeTakeFirstOrThrow()
}

async function countEvents(): Promise<number> {
  return (await server.db.selectFrom('webhook_events').select('id').execute()).length
}

describe('the token of a connection', () => {
  it('is handed out as it is while it lives, and refreshed five minutes before it ends', async () => {
    const young = await connection(60)
    expect(await opener()(young.stored).accessToken(signal)).toBe(young.accessToken)
    expect(x.state.refreshes).toBe(0)
    await sql`delete from connections`.execute(server.db)
    const old = await connection(4)
    const fresh = await opener()(old.stored).accessToken(signal)
    expect(fresh).not.toBe(old.accessToken)
    expect(x.state.refreshes).toBe(1)
    // The next one to ask finds the new one, whatever they were handed before.
    expect(await opener()(old.stored).accessToken(signal)).toBe(fresh)
    expect(x.state.refreshes).toBe(1)
  })

  it('is refreshed once, however many find at once that it is old', async () => {
    const { stored } = await connection(1)
    const tokens = await Promise.all(Array.from({ length: 25 }, () => opener()(stored).accessToken(signal)))
    expect(new Set(tokens).size).toBe(1)
    expect(x.state.refreshes).toBe(1)
    expect(await readRow()).toMatchObject({ status: 'active', token_version: 1, refresh_claim: null })
  })

  it('that X refused is replaced once, however many it was refused to', async () => {
    const { stored, accessToken } = await connection(60)
    x.state.refused.add(accessToken)
    const tokens = await Promise.all(
      Array.from({ length: 25 }, () => opener()(stored).replaceToken(accessToken, signal)),
    )
    expect(new Set(tokens).size).toBe(1)
    expect(tokens[0]).not.toBe(accessToken)
    expect(x.state.refreshes).toBe(1)
  })

  it('is refreshed by whoever comes when the one who was at it died', async () => {
    const { stored } = await connection(1)
    const claim = { refresh_claim: '0199a1b2-0000-7000-8000-000000000001', refresh_claim_ends_at: new Date() }
    await server.db.updateTable('connections').set(claim).execute()
    expect(await opener()(stored).accessToken(signal)).toMatch(/^x-access-/)
    expect(x.state.refreshes).toBe(1)
  })

  it('is stored although whoever asked for it gave up meanwhile', async () => {
    const { stored } = await connection(1)
    const { held, release } = x.hold('POST /2/oauth2/token')
    const controller = new AbortController()
    const asked = opener()(stored).accessToken(controller.signal)
    await held
    controller.abort(new Error('given up'))
    await expect(asked).rejects.toThrow('given up')
    release()
    await expect.poll(async () => (await readRow()).token_version, { timeout: 10_000 }).toBe(1)
    expect(await opener()(stored).accessToken(signal)).toMatch(/^x-access-/)
    expect(x.state.refreshes).toBe(1)
  })

  it('is still used while X cannot refresh it and it lives', async () => {
    const { stored, accessToken } = await connection(2)
    x.state.manner.failRefreshes = 2
    expect(await opener()(stored).accessToken(signal)).toBe(accessToken)
    const late = opener({ now: () => new Date(Date.now() + HOUR_MS) })
    x.state.manner.failRefreshes = 2
    expect((await rejection(late(stored).accessToken(signal))).failure).toBe('retry')
    expect(await readRow()).toMatchObject({ status: 'active', refresh_claim: null })
    expect(await late(stored).accessToken(signal)).toMatch(/^x-access-/)
  })

  it.each([400, 401, 403])('is not given up for a %i that says nothing of it, as gateways answer', async (status) => {
    const { stored } = await connection(-1)
    Object.assign(x.state.manner, { failRefreshes: 2, failStatus: status })
    expect(await rejection(opener()(stored).accessToken(signal))).toMatchObject({ failure: 'retry' })
    expect(await readRow()).toMatchObject({ status: 'active', refresh_claim: null })
    expect(await opener()(stored).accessToken(signal)).toMatch(/^x-access-/)
  })

  it('is asked for once more when the answer of a refresh did not come, before its effect', async () => {
    const { stored } = await connection(1)
    x.state.manner.failRefreshes = 1
    expect(await opener()(stored).accessToken(signal)).toMatch(/^x-access-/)
    expect(x.state.refreshes).toBe(1)
  })

  it('whose replacement was lost on its way ends the connection, and says what mends it, once', async () => {
    const { stored, accessToken, refreshToken } = await connection(1)
    x.state.manner.loseRefreshes = 1
    const errors = await Promise.all(Array.from({ length: 5 }, () => rejection(opener()(stored).accessToken(signal))))
    for (const error of errors) {
      expect(error).toMatchObject({ failure: 'reconnect', message: expect.stringContaining('Reconnect it') })
      expect(`${error.message}${error.platformError}`).not.toContain(refreshToken)
      expect(`${error.message}${error.platformError}`).not.toContain(accessToken)
    }
    expect(await readRow()).toMatchObject({ status: 'expired' })
    expect(await countEvents()).toBe(1)
  })

  it('of a connection that a person connected anew meanwhile is the new one', async () => {
    const { stored } = await connection(1)
    const { held, release } = x.hold('POST /2/oauth2/token')
    const asked = opener()(stored).accessToken(signal)
    await held
    const { accessToken } = x.state.grant('4711', SCOPES)
    const sealed = await addSealed(stored.id, accessToken)
    release()
    expect(await asked).toBe(accessToken)
    expect(await readRow()).toMatchObject({ ...sealed, status: 'active' })
  })

  it('of a connection that was deleted is nobody’s', async () => {
    const { stored } = await connection(60)
    await server.request(`/api/v1/connections/${stored.id}`, { method: 'DELETE' })
    expect((await rejection(opener()(stored).accessToken(signal))).failure).toBe('reconnect')
  })
})

/** A new token in place of the old one, as connecting anew stores it. */
async function addSealed(connectionId: string, accessToken: string) {
  const columns = {
    access_token: keyring.seal(accessToken, `access_token of connection ${connectionId}`),
    token_expires_at: new Date(Date.now() + 2 * HOUR_MS),
    token_version: 7,
  }
  await server.db.updateTable('connections').set(columns).where('id', '=', connectionId).execute()
  return columns
}
