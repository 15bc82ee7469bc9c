import type { GenerateContentResponse, GenerationEvent } from '@powerpost/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { failCaptions } from '#features/content/end-captions.ts'
import { saveCaption } from '#features/content/save-caption.ts'
import { reportOnce } from '#features/runs/index.ts'
import { createRunFeed, STREAM_LIMITS } from '#features/runs/watch/run-feed.ts'
import type { PlatformCaption } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import { systemClock } from '#shared/clock.ts'
import { createLogger } from '#shared/logger.ts'
import { addKey } from './harness/add-tenant.ts'
import { whileEndingWaits } from './harness/end-waits.ts'
import type { EventStream } from './harness/event-stream.ts'
import { readEventStream } from './harness/event-stream.ts'
import { createGate, createScriptedModel, writePlainly } from './harness/scripted-model.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration } from './harness/wait-for.ts'

const BODY = { prompt: 'We opened a bakery', post_types: ['x-post', 'youtube-short'], research_mode: 'regular' }

let server: TestServer
afterEach(() => server.stop())

async function start(prompt = BODY.prompt): Promise<string> {
  const response = await server.post('/api/v1/content/generate', { ...BODY, prompt })
  return ((await response.json()) as GenerateContentResponse).generation_id
}

async function regenerate(id: string, platforms: readonly string[]): Promise<void> {
  expect((await server.post(`/api/v1/content/generations/${id}/regenerate`, { platforms })).status).toBe(200)
}

interface WatchOptions {
  readonly after?: number | string
  readonly apiKey?: string
}

async function ask(id: string, { after, apiKey = server.apiKey }: WatchOptions = {}): Promise<Response> {
  const headers = { 'x-api-key': apiKey, ...(after !== undefined && { 'last-event-id': String(after) }) }
  return server.request(`/api/v1/content/generations/${id}/events`, { headers })
}

async function watch(id: string, options?: WatchOptions): Promise<EventStream> {
  const response = await ask(id, options)
  expect(response.status).toBe(200)
  return readEventStream(response)
}

const namesOf = (events: readonly GenerationEvent[]) => events.map(({ number, event }) => `${number} ${event}`)

const WHOLE = ['1 queued', '2 researching', '3 analyzing', '4 caption', '5 caption', '6 completed']

describe('a stream of events', () => {
  it('tells what happens as it happens, and ends with the end', async () => {
    const [first, second] = [createGate(), createGate()]
    const gates = [first, second]
    const model = createScriptedModel(async function* (brief) {
      for await (const caption of writePlainly(brief)) {
        await gates.shift()?.opened
        yield caption
      }
    })
    server = await startTestServer({ model })
    const id = await start()
    const stream = await watch(id)
    const seen = [await stream.next(), await stream.next(), await stream.next()]
    expect(seen.map((event) => event?.event)).toEqual(['queued', 'researching', 'analyzing'])
    expect(seen[0]?.data).toEqual({ generation_id: id, status: 'processing', platforms: ['x', 'youtube'] })
    first.open()
    expect((await stream.next())?.data).toEqual({
      generation_id: id,
      status: 'processing',
      platform: 'x',
      outputs: { x: BODY.prompt },
    })
    second.open()
    const rest = await stream.rest()
    expect(namesOf(rest)).toEqual(['5 caption', '6 completed'])
    const { outputs } = await waitForGeneration(server, id)
    expect(rest.at(-1)?.data).toEqual({ generation_id: id, status: 'completed', outputs })
  })

  it('says its name to the reader, and to proxies that they are not to gather it', async () => {
    server = await startTestServer()
    const id = await start()
    const stream = await watch(id)
    expect(Object.fromEntries(stream.response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-request-id': expect.any(String),
      'x-ratelimit-remaining': expect.any(String),
    })
    expect(await stream.nextBlock()).toBe('retry: 1000')
    expect(await stream.nextBlock()).toMatch(/^id: 1\nevent: queued\ndata: \{"number":1,/)
    await stream.close()
  })

  it('of what has ended tells all of it, and goes on behind any number', async () => {
    server = await startTestServer()
    const id = await start()
    await waitForGeneration(server, id)
    expect(namesOf(await (await watch(id)).rest())).toEqual(WHOLE)
    for (let after = 0; after <= WHOLE.length; after++) {
      expect(namesOf(await (await watch(id, { after })).rest())).toEqual(WHOLE.slice(after))
    }
  })

  it.each(['x', '-1', '1.5', '7', ''])('does not go on behind %j', async (after) => {
    server = await startTestServer()
    const id = await start()
    await waitForGeneration(server, id)
    const response = await ask(id, { after })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: { code: 'VALIDATION_ERROR', details: [{ path: 'last-event-id' }] },
    })
  })

  it('answers a HEAD at once, and leaves nothing open', async () => {
    server = await startTestServer({ work: false })
    const id = await start()
    for (let time = 0; time < 25; time++) {
      const response = await server.request(`/api/v1/content/generations/${id}/events`, { method: 'HEAD' })
      expect([response.status, await response.text()]).toEqual([200, ''])
    }
  })
})

describe('the events of a generation', () => {
  it('that fails end with why, in one transaction with its failure', async () => {
    const model = createScriptedModel(async function* () {
      throw new ModelError('refused', 'no')
    })
    server = await startTestServer({ model })
    const id = await start()
    const events = await (await watch(id)).rest()
    expect(namesOf(events)).toEqual(['1 queued', '2 researching', '3 analyzing', '4 failed'])
    const { error } = await waitForGeneration(server, id)
    const told = { generation_id: id, status: 'failed', error_code: error?.code, error_message: error?.message }
    expect(events.at(-1)?.data).toEqual(told)
  })

  // What the built-in model writes is collected until its end, or until it fails.
  it.each([false, true])(
    'of several attempts tell each phase once, and a caption again only where it is another (built in: %s)',
    async (builtIn) => {
      let calls = 0
      const scripted = createScriptedModel(async function* (brief) {
        calls += 1
        yield { platform: 'x', caption: 'The same in every attempt' }
        yield { platform: 'youtube', caption: { title: `Attempt ${calls}`, description: 'Another each time' } }
        if (calls < 3) throw new Error(`the model broke off: ${brief.platforms}`)
      })
      server = await startTestServer({ model: { ...scripted, builtIn } })
      const id = await start()
      const stream = await watch(id)
      const events = await whileEndingWaits(server.db, () => stream.rest())
      expect(namesOf(events)).toEqual([
        '1 queued',
        '2 researching',
        '3 analyzing',
        '4 caption',
        '5 caption',
        '6 waiting',
        '7 caption',
        '8 waiting',
        '9 caption',
        '10 completed',
      ])
      const titles = events.flatMap((event) => (event.event === 'caption' ? [event.data.outputs.youtube?.title] : []))
      expect(titles).toEqual([undefined, 'Attempt 1', 'Attempt 2', 'Attempt 3'])
      expect(events.at(-1)?.data).toMatchObject({ outputs: { youtube: { title: 'Attempt 3' } } })
    },
  )

  it('whose captions are written anew go on in their numbers, from a queue to an end', async () => {
    server = await startTestServer()
    const id = await start()
    await waitForGeneration(server, id)
    await regenerate(id, ['x'])
    const anew = await (await watch(id)).rest()
    expect(namesOf(anew)).toEqual(['7 queued', '8 researching', '9 analyzing', '10 caption', '11 completed'])
    expect(anew[0]?.data).toMatchObject({ platforms: ['x'] })
    expect(namesOf(await (await watch(id, { after: 3 })).rest())).toEqual(WHOLE.slice(3))
    expect(namesOf(await (await watch(id, { after: 6 })).rest())).toEqual(namesOf(anew))
  })

  it('whose rewriting fails end with why', async () => {
    let fails = false
    const model = createScriptedModel(async function* (brief) {
      if (fails) throw new ModelError('refused', 'no')
      yield* writePlainly(brief)
    })
    server = await startTestServer({ model })
    const id = await start()
    await waitForGeneration(server, id)
    fails = true
    await regenerate(id, ['x'])
    const events = await (await watch(id)).rest()
    expect(namesOf(events).at(-1)).toBe('10 failed')
    expect(events.at(-1)?.data).toMatchObject({ status: 'failed', error_code: 'GENERATION_FAILED' })
  })
})

describe('attempts that overlap', () => {
  it('number what they tell without a gap or a double, and one that was overtaken tells nothing of what the later one wrote', async () => {
    server = await startTestServer({ work: false })
    const { db } = server
    const id = await start()
    const dependencies = { db, clock: systemClock, announce: () => {} }
    const run = await db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const save = (attempt: number, caption: PlatformCaption) => saveCaption(dependencies, { run, attempt, caption })
    const report = (attempt: number, event: 'researching' | 'analyzing') =>
      reportOnce(dependencies, { run, attempt, event: { event, data: { status: 'processing' } } })
    await save(2, { platform: 'x', caption: 'By the second' })
    await save(1, { platform: 'x', caption: 'By the first, too late' })
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        await report((index % 2) + 1, 'researching')
        await report((index % 2) + 1, 'analyzing')
        await save(2, { platform: 'linkedin', caption: `Take ${index}` })
      }),
    )
    const ending = { clock: systemClock, recordEvent: async () => {} }
    await db.transaction().execute((trx) => failCaptions(trx, ending, { run, message: undefined }))
    await save(2, { platform: 'tiktok', caption: 'After the end' })
    await report(2, 'researching')
    const events = await (await watch(id)).rest()
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1))
    const told = events.map(({ event, data }) => ('platform' in data ? data.platform : event))
    expect(told.filter((name) => name !== 'linkedin')).toEqual(['queued', 'x', 'researching', 'analyzing', 'failed'])
    expect(told.filter((name) => name === 'linkedin')).toHaveLength(20)
    expect(events.at(-1)?.event).toBe('failed')
  })
})

describe('who watches', () => {
  it('may have twenty streams open with a key, and one more when one of them has gone', async () => {
    server = await startTestServer({ work: false })
    const id = await start()
    const streams = await Promise.all(Array.from({ length: 20 }, () => watch(id)))
    const refused = await ask(id)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5'])
    expect(await refused.json()).toMatchObject({ error: { code: 'RATE_LIMIT_EXCEEDED', retryAfter: 5 } })
    const { id: accountId } = await server.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
    const other = await watch(id, { apiKey: await addKey(server.db, { accountId }) })
    await other.close()
    await streams[0]?.close()
    await expect.poll(async () => (await ask(id)).status, { interval: 20 }).toBe(200)
    await Promise.all(streams.map((stream) => stream.close()))
  })

  it('with a key that is revoked sees no more', async () => {
    server = await startTestServer({ work: false })
    const id = await start()
    const body = { name: 'Mine', preset: 'read_only' }
    const created = await (await server.post('/api/v1/account/api-keys', body)).json()
    const { key, key_id } = created as { key: string; key_id: string }
    const stream = await watch(id, { apiKey: key })
    expect((await stream.next())?.event).toBe('queued')
    const [rest] = await Promise.all([
      stream.rest(),
      server.request(`/api/v1/account/api-keys/${key_id}`, { method: 'DELETE' }),
    ])
    expect(rest).toEqual([])
    expect((await ask(id, { apiKey: key, after: 1 })).status).toBe(401)
  })

  it('sees no more of a workspace that is deleted, of which no event is left', async () => {
    server = await startTestServer({ work: false })
    const id = await start()
    const stream = await watch(id)
    // The last one of an account stays.
    await server.post('/api/v1/account/workspaces', { name: 'Other' })
    const path = `/api/v1/account/workspaces/${server.workspaceId}?force=true`
    const deleted = await server.request(path, { method: 'DELETE' })
    expect([deleted.status, namesOf(await stream.rest())]).toEqual([200, ['1 queued']])
    await server.work()
    await expect.poll(() => server.db.selectFrom('run_events').selectAll().execute()).toEqual([])
  })

  it('hears from a stream on which nothing happens, every fifteen seconds', async () => {
    const timers = new Set<() => void>()
    const startTimer = (milliseconds: number, fire: () => void) => {
      expect(milliseconds).toBe(15_000)
      timers.add(fire)
      return () => timers.delete(fire)
    }
    server = await startTestServer({ work: false, startTimer })
    const stream = await watch(await start())
    expect((await stream.next())?.event).toBe('queued')
    for (let time = 0; time < 3; time++) {
      await expect.poll(() => timers.size, { interval: 5 }).toBe(1)
      for (const fire of timers) fire()
      expect(await stream.nextBlock()).toBe(':')
    }
    await stream.close()
    await expect.poll(() => timers.size, { interval: 5 }).toBe(0)
  })

  it('is sent away when the server stops, properly and at once', async () => {
    const stopping = await startTestServer({ work: false })
    server = stopping
    const stream = await watch(await start())
    expect((await stream.next())?.event).toBe('queued')
    server = await startTestServer({ work: false })
    await stopping.stop()
    // Of a connection that was cut, reading throws.
    expect(await stream.rest()).toEqual([])
  })
})

it('no key and no account, whatever keys it has, takes the streams of all', async () => {
  server = await startTestServer({ work: false })
  const logger = createLogger({ level: 'silent', pretty: false })
  const feed = createRunFeed({ db: server.db, clock: systemClock, logger })
  const { perKey, perAccount } = STREAM_LIMITS
  const gone = new AbortController()
  const open = (accountId: string, key: number) =>
    feed.open({ subjectId: 'one', accountId, keyId: `${accountId} ${key}` }, gone.signal)
  for (let stream = 0; stream < perAccount; stream += 1) open('greedy', Math.floor(stream / perKey))
  const refused = { code: 'RATE_LIMIT_EXCEEDED', message: expect.stringContaining('streams open at once') }
  expect(() => open('greedy', 0)).toThrow(expect.objectContaining(refused))
  expect(() => open('greedy', perAccount)).toThrow(expect.objectContaining(refused))
  open('another', 0)
  gone.abort()
  open('greedy', 0)
  feed.stop()
})
