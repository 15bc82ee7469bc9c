import { afterEach, describe, expect, it } from 'vitest'
import { debitCredits, refundCredits } from '#features/account/index.ts'
import { systemClock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { countRows, readBooks } from './harness/ledger.ts'
import { createScriptedModel } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const GENERATE = '/api/v1/content/generate'
const FOR_TEN_CREDITS = {
  prompt: 'We just shipped dark mode across all our apps',
  post_types: ['instagram-reel', 'tiktok-video', 'x-post'],
  research_mode: 'regular',
}

let server: TestServer
afterEach(() => server.stop())

describe('credits', () => {
  it('for 50 generations buy exactly 50, however many ask at once', async () => {
    server = await startTestServer({ credits: 500, work: false })
    const answers = await Promise.all(Array.from({ length: 500 }, () => server.post(GENERATE, FOR_TEN_CREDITS)))
    const statuses = answers.map((answer) => answer.status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(50)
    expect(statuses.filter((status) => status === 402)).toHaveLength(450)
    expect(await readBooks(server.db)).toEqual({ balance: 0, ledger: 0, entries: 51 })
    expect(await countRows(server.db)).toMatchObject({ generations: 50, jobs: 50 })
  })

  it('are given back once, however often a refund is asked for at once', async () => {
    server = await startTestServer({ credits: 100, work: false })
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const operation = { type: 'generation', id: makeId(systemClock) } as const
    const payment = {
      accountId,
      workspaceId: server.workspaceId,
      livemode: true,
      amount: 30,
      operation,
      clock: systemClock,
    }
    await server.db.transaction().execute((trx) => debitCredits(trx, payment))
    expect((await readBooks(server.db)).balance).toBe(70)
    const refund = () => server.db.transaction().execute((trx) => refundCredits(trx, payment))
    await Promise.all(Array.from({ length: 20 }, refund))
    expect(await readBooks(server.db)).toEqual({ balance: 100, ledger: 100, entries: 3 })
  })

  it('of a sandbox operation are priced and not taken', async () => {
    server = await startTestServer({ credits: 5, work: false })
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const operation = { type: 'generation', id: makeId(systemClock) } as const
    const payment = {
      accountId,
      workspaceId: server.workspaceId,
      livemode: false,
      amount: 30,
      operation,
      clock: systemClock,
    }
    const left = await server.db.transaction().execute((trx) => debitCredits(trx, payment))
    await server.db.transaction().execute((trx) => refundCredits(trx, payment))
    expect(left).toBe(5)
    expect(await readBooks(server.db)).toEqual({ balance: 5, ledger: 5, entries: 1 })
  })

  it('cannot go below zero, whatever a statement says', async () => {
    server = await startTestServer({ credits: 5, work: false })
    await expect(server.db.updateTable('accounts').set({ credit_balance: -1 }).execute()).rejects.toThrow(/check/)
  })

  it('are not taken when the generation cannot be stored', async () => {
    server = await startTestServer({ credits: 100, work: false, model: createScriptedModel(async function* () {}) })
    await server.db.schema.alterTable('generations').renameTo('gone').execute()
    const response = await server.post(GENERATE, FOR_TEN_CREDITS)
    expect(response.status).toBe(500)
    const { error } = (await response.json()) as { error: Record<string, unknown> }
    expect(error).toMatchObject({ code: 'INTERNAL_ERROR', message: 'Internal server error.' })
    await server.db.schema.alterTable('gone').renameTo('generations').execute()
    expect(await readBooks(server.db)).toEqual({ balance: 100, ledger: 100, entries: 1 })
    expect(await countRows(server.db)).toMatchObject({ jobs: 0 })
  })
})
