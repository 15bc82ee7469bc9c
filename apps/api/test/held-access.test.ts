import { SCOPES } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addKey } from './harness/add-tenant.ts'
import { keyedOperations } from './harness/document-operations.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { openRequest } from './harness/open-request.ts'
import type { Resources } from './harness/operation-fixtures.ts'
import { createResources } from './harness/operation-fixtures.ts'
import { endDeliveries, readTables } from './harness/read-tables.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { removeMediaFiles } from './media-files/index.ts'

const clock = createMovableClock()
let server: TestServer
let resources: Resources
let accountId: string

beforeAll(async () => {
  server = await startTestServer({ credits: 1000, clock })
  resources = await createResources(server)
  await endDeliveries(server.db)
  accountId = (await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()).id
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

/** Those whose body the server waits for. A deletion has none: `postgres/held-access.test.ts` stops it where its effect is. */
const WITH_BODY = keyedOperations.filter(({ method }) => method === 'POST' || method === 'PATCH')

/** Opens a request to each operation, each with a key of its own, and waits until all were let in. */
async function openAll(operations: typeof WITH_BODY, expiresAt?: Date) {
  const opened = await Promise.all(
    operations.map(async (operation) => {
      const apiKey = await addKey(server.db, { accountId, scopes: SCOPES, ...(expiresAt && { expiresAt }) })
      return openRequest(server, operation, { apiKey, resources })
    }),
  )
  // Authentication notes the use of a key that has never been used.
  const countUnused = async () => {
    const unused = server.db.selectFrom('api_keys').select('id').where('name', '=', 'test')
    return (await unused.where('last_used_at', 'is', null).execute()).length
  }
  await expect.poll(countUnused, { timeout: 20_000 }).toBe(0)
  return opened
}

/** Sends the bodies; all must be refused, and nothing may have changed. */
async function expectRefused(opened: Awaited<ReturnType<typeof openAll>>, before: unknown, status: number) {
  const answers = await Promise.all(opened.map((request) => request.finish()))
  const others = answers.filter((answer) => answer.status !== status)
  expect(others).toEqual([])
  expect(await readTables(server.db)).toEqual(before)
}

describe('a request that was let in, whose body comes when its access has ended, changes nothing by any operation:', () => {
  it('its key was revoked', async () => {
    const before = await readTables(server.db)
    const opened = await openAll(WITH_BODY)
    await server.db.updateTable('api_keys').set({ revoked_at: clock.now() }).where('name', '=', 'test').execute()
    await expectRefused(opened, before, 401)
  })

  it('its key has expired', async () => {
    const before = await readTables(server.db)
    const opened = await openAll(WITH_BODY, new Date(clock.now().getTime() + 30_000))
    clock.move({ minutes: 1 })
    await expectRefused(opened, before, 401)
  })

  it('its workspace was deleted', async () => {
    const before = await readTables(server.db)
    const opened = await openAll(WITH_BODY.filter(({ needsWorkspace }) => needsWorkspace))
    const deleted = sql`update workspaces set deleted_at = now() where id = ${server.workspaceId}`
    await deleted.execute(server.db)
    const answers = await Promise.all(opened.map((request) => request.finish()))
    expect(answers.filter(({ status }) => status !== 403)).toEqual([])
    await sql`update workspaces set deleted_at = null where id = ${server.workspaceId}`.execute(server.db)
    expect(await readTables(server.db)).toEqual(before)
  })

  it('its key lost the scope', async () => {
    const before = await readTables(server.db)
    const opened = await openAll(WITH_BODY)
    await server.db.updateTable('api_keys').set({ scopes: [] }).where('name', '=', 'test').execute()
    await expectRefused(opened, before, 403)
  })
})
