import type { GenerationEvent, LedgerPage } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { JOBS } from '#features/jobs.ts'
import { startJobQueue } from '#jobs/queue.ts'
import { createLogger } from '#shared/logger.ts'
import { addKey } from './harness/add-tenant.ts'
import {
  ACCOUNT,
  DEAD,
  DRAWING,
  ERROR,
  FAILED,
  GENERATOR,
  HALF,
  IMAGES,
  LATE_PICTURE,
  OLD_COMPLETED,
  OLD_FAILED,
  OTHER_PICTURE,
  PICTURE,
  REGENERATED,
  REGENERATING,
  RUNNING_REGENERATION,
  WAITING,
  WORKSPACE,
  at,
  insertBeforeEvents,
  insertBeforeRuns,
  insertJobs,
  migrateTo,
} from './harness/database-before-runs.ts'
import { readEventStream } from './harness/event-stream.ts'
import { readBooks } from './harness/ledger.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { openTestDatabase } from './harness/open-test-database.ts'
import { createPlainImageModel } from './harness/plain-image-model.ts'
import { createScriptedModel } from './harness/scripted-model.ts'
import type { TestDatabase } from './harness/test-database.ts'
import { createTestDatabase } from './harness/test-database.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration, waitForImages } from './harness/wait-for.ts'

/** A database of before there were runs, with generations in every state, and the API's answers about them. */

let database: TestDatabase
let server: TestServer
let headers: Record<string, string>

beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
  const handle = await openTestDatabase(database)
  await migrateTo(handle.db, '0013-key-check')
  await insertBeforeEvents(handle.db)
  await migrateTo(handle.db, '0020-connection-requests')
  await insertBeforeRuns(handle.db)
  const connection = database.databaseUrl === undefined ? {} : { connectionString: database.databaseUrl }
  const logger = createLogger({ level: 'silent', pretty: false })
  const queue = await startJobQueue({ jobs: JOBS, database: handle, logger, ...connection })
  await queue.stop(1000)
  await insertJobs(handle.db)
  await handle.close()
  const model = createScriptedModel(async function* ({ platforms, prompt, rewrite }) {
    if (prompt === 'Refused') throw new Error('down')
    for (const platform of platforms) {
      const caption = `${rewrite ? `again ${rewrite.times} ${rewrite.instruction}` : 'new'}`
      yield platform === 'youtube' ? { platform, caption: { title: 't', description: caption } } : { platform, caption }
    }
  })
  const builtInImageModel = createPlainImageModel()
  server = await startTestServer({ database, clock: onThatDay(), model, builtInImageModel, work: false })
  headers = { 'x-api-key': await addKey(server.db, { accountId: ACCOUNT }), 'x-workspace-id': WORKSPACE }
}, 120_000)
afterAll(async () => {
  await server.stop()
  await database.remove()
})

/** A clock of the day on which the rows were written: what is old is swept. */
function onThatDay(): MovableClock {
  const clock = createMovableClock()
  clock.move({ seconds: (Date.parse(at(30)) - Date.now()) / 1000 })
  return clock
}

async function read(path: string): Promise<unknown> {
  return (await server.request(path, { headers })).json()
}

const readGeneration = (one: string | undefined) => read(`/api/v1/content/generations/${one}`)
const readImages = (one: string | undefined) => read(`/api/v1/images/generations/${one}`)

async function readEvents(one: string | undefined, after: number, until = Infinity): Promise<GenerationEvent[]> {
  const path = `/api/v1/content/generations/${one}/events`
  const stream = readEventStream(
    await server.request(path, { headers: { ...headers, 'last-event-id': String(after) } }),
  )
  const events: GenerationEvent[] = []
  while (events.length < until) {
    const event = await stream.next()
    if (!event) return events
    events.push(event)
  }
  await stream.close()
  return events
}

const namesOf = (events: readonly GenerationEvent[]) => events.map(({ number, event }) => `${number} ${event}`)

const shown = {
  prompt: 'A bakery',
  platforms: ['x', 'linkedin'],
  research_mode: 'regular',
  input_type: 'text',
  credits_used: 8,
  livemode: true,
  created_by: null,
}
const captions = {
  outputs: { x: 'one', linkedin: 'two' },
  details: {
    x: { length: 3, limit: 280, hashtags: [] },
    linkedin: { length: 3, limit: 3000, hashtags: [] },
  },
}
const completed = { ...shown, status: 'completed', generator: GENERATOR, ...captions }
const regeneration = { platforms: ['x'], credits_used: 5 }

// In their order: the last one starts to work.
describe('a database of before there were runs', () => {
  it('shows what it showed', async () => {
    expect(await readGeneration(OLD_COMPLETED)).toEqual({
      ...completed,
      generation_id: OLD_COMPLETED,
      created_at: at(1),
      completed_at: at(9),
      regeneration: { ...regeneration, status: 'completed', created_at: at(5), completed_at: at(9) },
    })
    const failed = { ...shown, status: 'failed', credits_refunded: 8, error: ERROR }
    const old = { generation_id: OLD_FAILED, created_at: at(1), completed_at: at(3) }
    expect(await readGeneration(OLD_FAILED)).toEqual({ ...failed, ...old })
    const late = { generation_id: FAILED, created_at: at(14), completed_at: at(15) }
    expect(await readGeneration(FAILED)).toEqual({ ...failed, ...late })
    expect(await readGeneration(REGENERATED)).toEqual({
      ...completed,
      generation_id: REGENERATED,
      created_at: at(11),
      completed_at: at(25),
      regeneration: {
        ...regeneration,
        status: 'failed',
        credits_refunded: 5,
        created_at: at(24),
        completed_at: at(25),
        error: ERROR,
      },
    })
    const waiting = { ...shown, status: 'processing', generation_id: WAITING, created_at: at(12) }
    expect(await readGeneration(WAITING)).toEqual(waiting)
    expect(await readGeneration(REGENERATING)).toEqual({
      ...shown,
      status: 'processing',
      generator: GENERATOR,
      generation_id: REGENERATING,
      created_at: at(13),
      regeneration: { ...regeneration, status: 'processing', instruction: 'Shorter', created_at: at(26) },
    })
    const list = (await read('/api/v1/content/generations?status=processing')) as { data: { generation_id: string }[] }
    expect(list.data.map(({ generation_id }) => generation_id)).toEqual([DEAD, REGENERATING, WAITING])
  })

  it('shows the images that it showed', async () => {
    const images = { prompt: 'A cup', mode: 'text', size: 'square', quantity: 2, model: 'flux2-flex', credits_used: 10 }
    const drawn = { ...images, livemode: true, created_by: null, generator: { model: 'old', built_in: true } }
    const done = { status: 'completed', created_at: at(31), completed_at: at(33) }
    const [first, second] = [PICTURE, OTHER_PICTURE].map((media_id) => expect.objectContaining({ media_id }))
    expect(await readImages(IMAGES)).toEqual({
      ...drawn,
      ...done,
      image_generation_id: IMAGES,
      images: [first, second],
    })
    expect(await readImages(HALF)).toEqual({
      ...drawn,
      status: 'failed',
      image_generation_id: HALF,
      created_at: at(34),
      completed_at: at(35),
      images: [first],
      credits_refunded: 5,
      error: { code: 'IMAGE_GENERATION_FAILED', message: 'One failed.' },
    })
    const processing = { ...drawn, status: 'processing', image_generation_id: DRAWING, created_at: at(36) }
    expect(await readImages(DRAWING)).toMatchObject(processing)
  })

  it('keeps the events with their numbers, each of its run', async () => {
    const whole = ['1 queued', '2 completed', '3 queued', '4 completed', '5 queued', '6 failed']
    for (const after of [0, 2, 4]) {
      expect(namesOf(await readEvents(REGENERATED, after))).toEqual(whole.slice(after, after + 2))
    }
    expect(namesOf(await readEvents(OLD_COMPLETED, 0))).toEqual(['1 queued', '2 completed'])
    expect(namesOf(await readEvents(OLD_FAILED, 0))).toEqual(['1 queued', '2 failed'])
    expect(namesOf(await readEvents(REGENERATING, 2, 2))).toEqual(['3 queued', '4 researching'])
    const calls = await server.db.selectFrom('model_calls').select(['id', 'run_id']).orderBy('id').execute()
    expect(calls.map(({ run_id }) => run_id)).toEqual([REGENERATING, RUNNING_REGENERATION, IMAGES])
  })

  it('ends what was waiting under the old names of jobs, each paid or given back once', async () => {
    await server.work()
    expect(await waitFor(WAITING)).toMatchObject({ status: 'completed', outputs: { x: 'new', linkedin: 'new' } })
    expect(await waitFor(REGENERATING)).toMatchObject({
      status: 'completed',
      outputs: { x: 'again 1 Shorter', linkedin: 'two' },
      regeneration: { status: 'completed' },
    })
    // Its attempts were used up but for one.
    expect(await waitFor(DEAD)).toMatchObject({ status: 'failed', error: { code: ERROR.code } })
    const images = await waitForImages(server, DRAWING ?? '', headers)
    expect(images).toMatchObject({ status: 'completed', images: [{ media_id: LATE_PICTURE }, {}] })
    expect(namesOf(await readEvents(WAITING, 2))).toEqual([
      '3 researching',
      '4 analyzing',
      '5 caption',
      '6 caption',
      '7 completed',
    ])
    expect(namesOf(await readEvents(REGENERATING, 4))).toEqual(['5 analyzing', '6 caption', '7 completed'])
    const ledger = (await read('/api/v1/account/credits/ledger')) as LedgerPage
    const refunds = ledger.data.filter(({ kind }) => kind === 'refund')
    expect(refunds).toMatchObject([{ amount: 8, operation: { type: 'generation', id: DEAD } }])
    expect(await readBooks(server.db)).toEqual({ balance: 77, ledger: 77, entries: 6 })
    const { rows } = await sql`select name from pgboss.queue where name like '%generation'`.execute(server.db)
    expect(rows).toEqual([])
  })
})

async function waitFor(one: string | undefined) {
  return waitForGeneration(server, one ?? '', headers)
}
