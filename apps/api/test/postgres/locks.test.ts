import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { debitCredits, refundCredits } from '#features/account/index.ts'
import { lockPostById } from '#features/posts/index.ts'
import { systemClock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { createDraft } from '../harness/drafts.ts'
import { readBooks } from '../harness/ledger.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ credits: 10, work: false })
})
afterAll(() => server.stop())

const countWaiting = async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_locks where not granted`.execute(server.db)
  return rows[0]?.count
}

it('what ends a post gives credits back while a POST with an Idempotency-Key waits for the post', async () => {
  const { post_id: id } = await createDraft(server)
  const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  const operation = { type: 'post', id: makeId(systemClock) } as const
  const payment = {
    accountId,
    workspaceId: server.workspaceId,
    livemode: true,
    amount: 4,
    operation,
    clock: systemClock,
  }
  await server.db.transaction().execute((trx) => debitCredits(trx, payment))
  const asked = await server.db.transaction().execute(async (trx) => {
    await lockPostById(trx, id)
    const asking = server.post(`/api/v1/posts/${id}/cancel`, {}, { 'idempotency-key': 'cancel-1' })
    await expect.poll(countWaiting, { timeout: 20_000 }).toBe(1)
    await refundCredits(trx, payment)
    return { asking }
  })
  expect((await asked.asking).status).toBe(409)
  expect(await readBooks(server.db)).toMatchObject({ balance: 10, ledger: 10 })
})
