import { SCOPES } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addKey } from '../harness/add-tenant.ts'
import { keyedOperations } from '../harness/document-operations.ts'
import { openRequest } from '../harness/open-request.ts'
import type { Resources } from '../harness/operation-fixtures.ts'
import { createResources } from '../harness/operation-fixtures.ts'
import { endDeliveries, readTables } from '../harness/read-tables.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'
import { removeMediaFiles } from '../media-files/index.ts'

let server: TestServer
let resources: Resources

beforeAll(async () => {
  server = await startTestServer({ credits: 1000 })
  resources = await createResources(server)
  await endDeliveries(server.db)
})
afterAll(async () => {
  await server.stop()
  await removeMediaFiles()
})

async function countHeldUp(): Promise<number | undefined> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%for share%'`.execute(server.db)
  return rows[0]?.count
}

// An upload is refused before this: there is no picture in what its fixture sends.
const CHANGING = keyedOperations.filter(({ method, operationId }) => method !== 'GET' && operationId !== 'uploadMedia')

describe.each(CHANGING)('$method $path', (operation) => {
  it('waits for a revocation that is under way, and then changes nothing', async () => {
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const apiKey = await addKey(server.db, { accountId, scopes: SCOPES })
    const before = await readTables(server.db)
    const answering = await server.db.transaction().execute(async (trx) => {
      const revoked_at = new Date()
      await trx.updateTable('api_keys').set({ revoked_at }).where('name', '=', 'test').execute()
      const answering = (await openRequest(server, operation, { apiKey, resources })).finish()
      await expect.poll(countHeldUp, { timeout: 20_000 }).toBe(1)
      return { answering }
    })
    expect(await answering.answering).toMatchObject({ status: 401 })
    expect(await readTables(server.db)).toEqual(before)
  })
})
