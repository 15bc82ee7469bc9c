import type { GenerateContentResponse } from '@powerpost/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { ModelError } from '#models/port.ts'
import { giveToNext, whileEndingWaits } from './harness/end-waits.ts'
import { readBooks } from './harness/ledger.ts'
import { createGate, createScriptedModel, writePlainly } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { readUntil, waitForGeneration } from './harness/wait-for.ts'

const BODY = { prompt: 'We just shipped dark mode', post_types: ['x-post', 'linkedin-post'], research_mode: 'regular' }

let server: TestServer
afterEach(() => server.stop())

async function start(): Promise<string> {
  const response = await server.post('/api/v1/content/generate', BODY)
  return ((await response.json()) as GenerateContentResponse).generation_id
}

async function waitEndingWaits(id: string) {
  return whileEndingWaits(server.db, () => waitForGeneration(server, id))
}

describe('a generation', () => {
  it('whose model fails twice is tried again and completes, paid once', async () => {
    let calls = 0
    const model = createScriptedModel(async function* (brief) {
      calls += 1
      if (calls < 3) throw new Error('the model is down')
      yield* writePlainly(brief)
    })
    server = await startTestServer({ credits: 100, model })
    const generation = await waitEndingWaits(await start())
    expect(generation.status).toBe('completed')
    expect(calls).toBe(3)
    expect(await readBooks(server.db)).toEqual({ balance: 92, ledger: 92, entries: 2 })
  })

  it.each([
    [
      'always throws',
      async function* () {
        throw new Error('secret-of-the-vendor')
      },
    ],
    ['writes nothing', async function* () {}],
    [
      'writes over the limit',
      async function* () {
        yield { platform: 'x', caption: 'a'.repeat(281) } as const
      },
    ],
  ])('whose model %s fails in the end, gives its credits back once and tells nothing of why', async (_, write) => {
    server = await startTestServer({ credits: 100, model: createScriptedModel(write) })
    const generation = await waitEndingWaits(await start())
    expect(generation).toMatchObject({
      status: 'failed',
      error: {
        code: 'GENERATION_FAILED',
        message: 'The captions could not be written. The credits were refunded; try again.',
      },
    })
    expect(generation.outputs).toBeUndefined()
    expect(await readBooks(server.db)).toEqual({ balance: 100, ledger: 100, entries: 3 })
  })

  it('whose worker stalls is done by another, and the late result is refused', async () => {
    const gate = createGate()
    const entered = createGate()
    let calls = 0
    const model = createScriptedModel(async function* (brief) {
      calls += 1
      if (calls === 1) {
        entered.open()
        await gate.opened
        yield { platform: 'x', caption: 'late' }
        yield { platform: 'linkedin', caption: 'late' }
        return
      }
      yield* writePlainly(brief)
    })
    server = await startTestServer({ credits: 100, model })
    const id = await start()
    await entered.opened
    // What the queue does when it has not heard of a worker: the job is given to the next one.
    await giveToNext(server.db, 'active')
    const generation = await waitForGeneration(server, id)
    gate.open()
    await drained()
    const later = await waitForGeneration(server, id)
    expect(later).toEqual(generation)
    expect(later.outputs?.x).not.toContain('late')
    expect(await readBooks(server.db)).toEqual({ balance: 92, ledger: 92, entries: 2 })
  })

  it('that a stalled worker ends while another runs it is not ended by the stalled one', async () => {
    const [first, second] = [createGate(), createGate()]
    const [firstIn, secondIn] = [createGate(), createGate()]
    let calls = 0
    const model = createScriptedModel(async function* (brief) {
      calls += 1
      const late = calls === 1
      ;(late ? firstIn : secondIn).open()
      await (late ? first : second).opened
      for (const platform of ['x', 'linkedin'] as const)
        yield { platform, caption: late ? 'late' : (brief.prompt ?? '') }
    })
    server = await startTestServer({ credits: 100, model })
    const id = await start()
    await firstIn.opened
    await giveToNext(server.db, 'active')
    await secondIn.opened
    first.open()
    // The late captions stand in the database until the worker that holds the job writes its own over them.
    const outputs = () => server.db.selectFrom('generation_outputs').select('platform').execute()
    await expect.poll(async () => (await outputs()).length).toBe(2)
    const response = await server.request(`/api/v1/content/generations/${id}`)
    expect(((await response.json()) as { status: string }).status).toBe('processing')
    second.open()
    const generation = await waitForGeneration(server, id)
    expect(generation).toMatchObject({ status: 'completed', outputs: { x: BODY.prompt, linkedin: BODY.prompt } })
    expect(await readBooks(server.db)).toEqual({ balance: 92, ledger: 92, entries: 2 })
  })

  it.each([
    ['refused', /^The model refused/],
    ['no_such_model', /check POWERPOST_TEXT_MODEL/],
    ['no_credit', /no credit left/],
    ['too_long', /too long/],
    ['misconfigured', /tell the operator/],
  ] as const)('whose model is %s fails at once, with words that help, and is refunded', async (failure, words) => {
    let calls = 0
    const model = createScriptedModel(async function* () {
      calls += 1
      throw new ModelError(failure, 'not shown')
    })
    server = await startTestServer({ credits: 100, model })
    const generation = await waitForGeneration(server, await start())
    expect(generation).toMatchObject({ status: 'failed', error: { message: expect.stringMatching(words) } })
    expect(calls).toBe(1)
    expect(await readBooks(server.db)).toEqual({ balance: 100, ledger: 100, entries: 3 })
  })

  it('whose model asks to wait is tried again then and not before, and its attempts count', async () => {
    let calls = 0
    const model = createScriptedModel(async function* (brief, { onUsage }) {
      calls += 1
      onUsage?.({ model: 'scripted-1', inputTokens: 10, outputTokens: 20, durationMs: 1.4 })
      if (calls < 3) throw new ModelError('busy', 'not shown', { retryAfterSeconds: 100 })
      yield* writePlainly(brief)
    })
    server = await startTestServer({ credits: 100, model })
    const id = await start()
    const waiting = async () => {
      const { rows } = await sql<{ seconds: number }>`
        select extract(epoch from start_after - created_on)::int as seconds from pgboss.job
        where name = 'run-captions' and state = 'created' and start_after > now()`.execute(server.db)
      return rows
    }
    for (const attempt of [1, 2]) {
      await expect.poll(waiting).toEqual([{ seconds: 100 }])
      expect(calls).toBe(attempt)
      await giveToNext(server.db, 'created')
    }
    expect((await waitForGeneration(server, id)).status).toBe('completed')
    const kept = await server.db
      .selectFrom('model_calls')
      .select(['attempt', 'model', 'input_tokens'])
      .orderBy('attempt')
      .execute()
    expect(kept).toEqual([1, 2, 3].map((attempt) => ({ attempt, model: 'scripted-1', input_tokens: 10 })))
    expect(await readBooks(server.db)).toEqual({ balance: 92, ledger: 92, entries: 2 })
  })

  it('whose job the queue gives up on by itself is failed and refunded all the same', async () => {
    const model = createScriptedModel(async function* () {
      throw new Error('the model is down')
    })
    server = await startTestServer({ credits: 100, model, work: false })
    const id = await start()
    // As after too many killed workers: the attempt does not know that it is the last.
    await sql`update pgboss.job set retry_limit = 0 where name = 'run-captions'`.execute(server.db)
    await server.work()
    const generation = await waitForGeneration(server, id)
    expect(generation.status).toBe('failed')
    expect(await readBooks(server.db)).toEqual({ balance: 100, ledger: 100, entries: 3 })
  })
})

/** Until every worker has put down what it had in hand. */
async function drained(): Promise<void> {
  await readUntil({
    what: 'the end of every running job',
    read: async () => {
      const active = sql<{ count: number }>`select count(*)::int from pgboss.job where state = 'active'`
      return (await active.execute(server.db)).rows
    },
    isEnough: ([first]) => first?.count === 0,
  })
}
