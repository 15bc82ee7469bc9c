import type { GenerateContentResponse, GenerationEvent } from '@powerpost/contract'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import type { ModelFailure } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import { whileEndingWaits } from './harness/end-waits.ts'
import { readEventStream } from './harness/event-stream.ts'
import { readBooks } from './harness/ledger.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { createGate, createScriptedModel, writePlainly } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'

const BODY = { prompt: 'We just shipped dark mode', post_types: ['x-post', 'linkedin-post'], research_mode: 'regular' }

let server: TestServer
afterEach(() => server.stop())

async function start(): Promise<string> {
  const response = await server.post('/api/v1/content/generate', BODY)
  return ((await response.json()) as GenerateContentResponse).generation_id
}

async function watch(id: string) {
  return readEventStream(await server.request(`/api/v1/content/generations/${id}/events`))
}

async function waitsOf(id: string): Promise<GenerationEvent['data'][]> {
  const events = await (await watch(id)).rest()
  return events.flatMap(({ event, data }) => (event === 'waiting' ? [data] : []))
}

/** A model that says nothing until it is told to stop. */
function createSilentModel(onStart: () => void = () => {}) {
  return createScriptedModel(async function* (_, { signal }) {
    onStart()
    await new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
    yield* []
  })
}

/** Timers that pass when the test says, by their milliseconds. */
function createTimers() {
  const timers = new Map<object, { readonly milliseconds: number; readonly fire: () => void }>()
  return {
    startTimer(milliseconds: number, fire: () => void) {
      const key = {}
      timers.set(key, { milliseconds, fire })
      return () => timers.delete(key)
    },
    /** Fires the one that is set to this much, or up to four seconds less. */
    async pass(most: number) {
      const find = () => [...timers.values()].find((one) => one.milliseconds <= most && one.milliseconds > most - 4_000)
      await expect.poll(find, { interval: 10 }).toBeDefined()
      find()?.fire()
    },
  }
}

describe('a generation whose model', () => {
  it.each([
    [{}, 300_000],
    [{ POWERPOST_TEXT_WAIT_SECONDS: '60' }, 60_000],
  ])(
    'accepts and says nothing says so in its events, and ends in the time that is set: %j',
    async (environment, time) => {
      const { startTimer, pass } = createTimers()
      server = await startTestServer({ credits: 100, model: createSilentModel(), startTimer, environment })
      const id = await start()
      const stream = await watch(id)
      await pass(20_000)
      const events = []
      for (let event = await stream.next(); event; event = await stream.next()) {
        events.push(event)
        if (event.event === 'waiting') await pass(time)
      }
      expect(events.map(({ event }) => event)).toEqual(['queued', 'researching', 'analyzing', 'waiting', 'failed'])
      expect(events[3]?.data).toEqual({
        generation_id: id,
        status: 'processing',
        attempt: 1,
        reason: 'silent',
        message: 'The text model has not finished a caption yet.',
      })
      expect((await waitForGeneration(server, id)).error?.message).toBe(
        'The text model accepted the request and did not answer in time. The credits were refunded; try again later.',
      )
      expect(await readBooks(server.db)).toEqual({ balance: 100, ledger: 100, entries: 3 })
    },
  )

  it.each(['busy', 'down', 'silent', 'unusable'] as const)(
    'is %s at first tells the attempt, the reason and when it goes on',
    async (failure) => {
      let calls = 0
      const model = createScriptedModel(async function* (brief) {
        calls += 1
        if (calls < 3) throw new ModelError(failure, 'not shown', failure === 'busy' ? { retryAfterSeconds: 100 } : {})
        yield* writePlainly(brief)
      })
      server = await startTestServer({ credits: 100, model })
      const id = await start()
      const startedAt = Date.now()
      await whileEndingWaits(server.db, () => waitForGeneration(server, id))
      const waits = await waitsOf(id)
      expect(waits).toMatchObject([1, 2].map((attempt) => ({ attempt, reason: failure, status: 'processing' })))
      for (const wait of waits) {
        const next = 'next_attempt_at' in wait ? Date.parse(wait.next_attempt_at ?? '') : Number.NaN
        expect(next - startedAt).toBeGreaterThan(failure === 'busy' ? 99_000 : 900)
      }
      expect(JSON.stringify(waits)).not.toContain('not shown')
      expect((await waitForGeneration(server, id)).status).toBe('completed')
    },
  )

  it('fails in ways that are not its own tells no more than that', async () => {
    let calls = 0
    const model = createScriptedModel(async function* (brief) {
      if (++calls === 1) throw new Error('secret-of-the-server')
      yield* writePlainly(brief)
    })
    server = await startTestServer({ model })
    const id = await start()
    await whileEndingWaits(server.db, () => waitForGeneration(server, id))
    expect(await waitsOf(id)).toEqual([
      { generation_id: id, status: 'processing', attempt: 1, reason: 'error', message: 'The attempt failed.' },
    ])
  })

  const failing = (failure: ModelFailure, retryAfterSeconds?: number) =>
    new ModelError(failure, 'not shown', retryAfterSeconds === undefined ? {} : { retryAfterSeconds })

  it('asks to be left alone for longer than the time that is left fails at once, and says why', async () => {
    const model = createScriptedModel(async function* () {
      yield* []
      throw failing('busy', 300)
    })
    server = await startTestServer({ credits: 100, model })
    const id = await start()
    const generation = await waitForGeneration(server, id)
    expect(generation.error?.message).toBe('The text model is overloaded. The credits were refunded; try again later.')
    expect(await waitsOf(id)).toEqual([])
    expect(await readBooks(server.db)).toEqual({ balance: 100, ledger: 100, entries: 3 })
  })

  it('fails again and again is given up when the time is over, however few attempts there were', async () => {
    const clock = createMovableClock()
    let calls = 0
    const model = createScriptedModel(async function* () {
      yield* []
      calls += 1
      clock.move({ seconds: 120 })
      throw failing('down')
    })
    server = await startTestServer({ credits: 100, model, clock })
    const id = await start()
    const generation = await whileEndingWaits(server.db, () => waitForGeneration(server, id))
    expect(generation.error?.message).toMatch(/could not be reached/)
    expect(calls).toBe(3)
  })

  it('was stopped with its server has all of its time again', async () => {
    const clock = createMovableClock()
    const [entered, gate] = [createGate(), createGate()]
    let calls = 0
    const model = createScriptedModel(async function* (brief) {
      calls += 1
      if (calls === 1) {
        entered.open()
        await gate.opened
        return
      }
      if (calls === 2) throw failing('down')
      yield* writePlainly(brief)
    })
    server = await startTestServer({ credits: 100, model, clock })
    const id = await start()
    await entered.opened
    clock.move({ hours: 1 })
    // As when a worker died, and another is given its job.
    await sql`update pgboss.job set state = 'retry', start_after = now() where state = 'active'`.execute(server.db)
    const generation = await whileEndingWaits(server.db, () => waitForGeneration(server, id))
    gate.open()
    expect(generation.status).toBe('completed')
    expect(calls).toBe(3)
  })
})
