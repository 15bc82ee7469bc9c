import type { GenerationEvent, LedgerPage } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { createMigrator } from '#db/migrate.ts'
import type { Db } from '#db/types.ts'
import { JOBS } from '#features/jobs.ts'
import { startJobQueue } from '#jobs/queue.ts'
import { createLogger } from '#shared/logger.ts'
import { addKey } from './harness/add-tenant.ts'
import { readEventStream } from './harness/event-stream.ts'
import { readBooks } from './harness/ledger.ts'
import { openTestDatabase } from './harness/open-test-database.ts'
import { createPlainImageModel } from './harness/plain-image-model.ts'
import { createScriptedModel } from './harness/scripted-model.ts'
import type { TestDatabase } from './harness/test-database.ts'
import { createTestDatabase } from './harness/test-database.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { waitForGeneration, waitForImages } from './harness/wait-for.ts'

/** A database of before there were runs, with generations in every state, and the API's answers about them. */

const id = (number: number) => `0199a1b2-0000-7000-8000-${String(number).padStart(12, '0')}`
const at = (minute: number) => `2026-11-22T18:${String(minute).padStart(2, '0')}:00.000Z`

const ACCOUNT = id(1)
const WORKSPACE = id(2)
const [OLD_COMPLETED, OLD_FAILED, REGENERATED, WAITING, REGENERATING, FAILED, DEAD] = [11, 12, 13, 14, 15, 16, 17].map(
  id,
)
const [IMAGES, HALF, DRAWING] = [21, 22, 23].map(id)
const [PICTURE, OTHER_PICTURE, LATE_PICTURE] = [31, 32, 33].map(id)
const RUNNING_REGENERATION = id(153)

const GENERATOR = { model: 'old', built_in: false, research: 'none' }
const ERROR = { code: 'GENERATION_FAILED', message: 'It failed.' }

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
  server = await startTestServer({ database, model, builtInImageModel: createPlainImageModel(), work: false })
  headers = { 'x-api-key': await addKey(server.db, { accountId: ACCOUNT }), 'x-workspace-id': WORKSPACE }
}, 120_000)
afterAll(async () => {
  await server.stop()
  await database.remove()
})

async function migrateTo(db: Db, name: string): Promise<void> {
  expect((await createMigrator(db).migrateTo(name)).error).toBeUndefined()
}

/** Rows by their table, as the migrations before this one made it. */
async function insert(db: Db, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (const row of rows) {
    const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)))
    await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(db)
  }
}

const owner = { account_id: ACCOUNT, workspace_id: WORKSPACE, livemode: true }

function generation(more: Record<string, unknown>) {
  const asked = { input_type: 'text', prompt: 'A bakery', research_mode: 'regular', credits_used: 8 }
  return { ...owner, ...asked, post_types: ['x-post', 'linkedin-post'], platforms: ['x', 'linkedin'], ...more }
}

function output(generation_id: string | undefined, platform: string, caption: string, attempt = 1) {
  return { generation_id, platform, caption: JSON.stringify({ caption }), attempt, created_at: at(2) }
}

const failedRow = { status: 'failed', error_code: ERROR.code, error_message: ERROR.message }

async function insertBeforeEvents(db: Db): Promise<void> {
  await insert(db, 'accounts', [{ id: ACCOUNT, name: 'Old', credit_balance: 100, created_at: at(0) }])
  await insert(db, 'workspaces', [{ id: WORKSPACE, account_id: ACCOUNT, name: 'Old', created_at: at(0) }])
  const grant = { id: id(90), account_id: ACCOUNT, livemode: true, kind: 'grant', amount: 100, balance_after: 100 }
  await insert(db, 'credit_ledger', [{ ...grant, created_at: at(0) }])
  const ended = { completed_at: at(9), generator: JSON.stringify(GENERATOR) }
  await insert(db, 'generations', [
    generation({ id: OLD_COMPLETED, status: 'completed', created_at: at(1), ...ended }),
    generation({ id: OLD_FAILED, ...failedRow, created_at: at(1), completed_at: at(3) }),
  ])
  await insert(db, 'generation_outputs', [output(OLD_COMPLETED, 'x', 'one'), output(OLD_COMPLETED, 'linkedin', 'two')])
  const again = { generation_id: OLD_COMPLETED, platforms: ['x'], credits_used: 5, created_at: at(5) }
  await insert(db, 'regenerations', [{ ...again, id: id(111), status: 'completed', completed_at: at(9) }])
}

async function insertBeforeRuns(db: Db): Promise<void> {
  const generator = JSON.stringify(GENERATOR)
  await insert(db, 'generations', [
    generation({ id: REGENERATED, status: 'completed', created_at: at(11), completed_at: at(25), generator }),
    generation({ id: WAITING, status: 'processing', created_at: at(12) }),
    generation({ id: REGENERATING, status: 'processing', created_at: at(13), generator }),
    generation({ id: FAILED, ...failedRow, created_at: at(14), completed_at: at(15) }),
    generation({ id: DEAD, status: 'processing', prompt: 'Refused', created_at: at(16) }),
  ])
  for (const one of [REGENERATED, REGENERATING])
    await insert(db, 'generation_outputs', [output(one, 'x', 'one'), output(one, 'linkedin', 'two')])
  // Of attempts that were cut off.
  await insert(db, 'generation_outputs', [output(WAITING, 'x', 'old', 2), output(DEAD, 'x', 'old', 5)])
  const x = { platforms: ['x'], credits_used: 5 }
  await insert(db, 'regenerations', [
    { ...x, id: id(131), generation_id: REGENERATED, status: 'completed', created_at: at(21), completed_at: at(22) },
    { ...x, id: id(132), generation_id: REGENERATED, ...failedRow, created_at: at(24), completed_at: at(25) },
    { ...x, id: RUNNING_REGENERATION, generation_id: REGENERATING, status: 'processing', created_at: at(26) },
  ])
  await sql`update regenerations set instruction = 'Shorter' where id = ${RUNNING_REGENERATION}`.execute(db)
  const outputs = { x: 'one', linkedin: 'two' }
  await insertEvents(db, REGENERATED, [
    ['queued', 11, { platforms: ['x', 'linkedin'] }],
    ['completed', 20, { outputs }],
    ['queued', 21, { platforms: ['x'] }],
    ['completed', 22, { outputs }],
    ['queued', 24, { platforms: ['x'] }],
    ['failed', 25, { error_code: ERROR.code, error_message: ERROR.message }],
  ])
  await insertEvents(db, WAITING, [
    ['queued', 12, { platforms: ['x', 'linkedin'] }],
    ['caption', 13, { platform: 'x', outputs: { x: 'old' } }],
  ])
  await insertEvents(db, REGENERATING, [
    ['queued', 13, { platforms: ['x', 'linkedin'] }],
    ['completed', 14, { outputs }],
    ['queued', 26, { platforms: ['x'] }],
    ['researching', 27, {}],
  ])
  await insertEvents(db, FAILED, [
    ['queued', 14, { platforms: ['x', 'linkedin'] }],
    ['failed', 15, { error_code: ERROR.code, error_message: ERROR.message }],
  ])
  await insertEvents(db, DEAD, [['queued', 16, { platforms: ['x', 'linkedin'] }]])
  await insertImages(db)
  const call = { model: 'old', attempt: 1, input_tokens: 1, output_tokens: 1, duration_ms: 1 }
  await insert(db, 'model_calls', [
    { ...call, id: id(81), generation_id: REGENERATING, created_at: at(14) },
    { ...call, id: id(82), generation_id: REGENERATING, created_at: at(27) },
    { ...call, id: id(83), image_generation_id: IMAGES, created_at: at(32) },
  ])
  const debits = [WAITING, RUNNING_REGENERATION, DEAD, DRAWING]
  const debit = { account_id: ACCOUNT, livemode: true, kind: 'debit', balance_after: 0, created_at: at(40) }
  for (const [index, operation_id] of debits.entries()) {
    const amount = [-8, -5, -8, -10][index]
    const operation_type = ['generation', 'regeneration', 'generation', 'image_generation'][index]
    await insert(db, 'credit_ledger', [{ ...debit, id: id(91 + index), amount, operation_type, operation_id }])
  }
  await sql`update accounts set credit_balance = 69`.execute(db)
}

type OldEvent = readonly [event: string, minute: number, data: Record<string, unknown>]

async function insertEvents(db: Db, generation_id: string | undefined, events: readonly OldEvent[]): Promise<void> {
  const rows = events.map(([event, minute, more], index) => {
    const status = event === 'completed' || event === 'failed' ? event : 'processing'
    const data = JSON.stringify({ status, ...more })
    return {
      generation_id,
      number: index + 1,
      event,
      data,
      attempt: event === 'caption' ? 2 : null,
      created_at: at(minute),
    }
  })
  await insert(db, 'generation_events', rows)
}

async function insertImages(db: Db): Promise<void> {
  const picture = {
    ...owner,
    status: 'ready',
    file_size: 1,
    file_name: 'a.jpg',
    type: 'image',
    mime_type: 'image/jpeg',
  }
  const shape = { width: 1080, height: 1080, sha256: Buffer.alloc(32), created_at: at(31), touched_at: at(31) }
  for (const medium of [PICTURE, OTHER_PICTURE, LATE_PICTURE])
    await insert(db, 'media', [{ ...picture, ...shape, id: medium, storage_key: `old/${medium}` }])
  const asked = { ...owner, mode: 'text', prompt: 'A cup', enhance_prompt: false, size: 'square', model: 'flux2-flex' }
  const drawn = { ...asked, generator: JSON.stringify({ model: 'old', built_in: true }), quantity: 2, credits_used: 10 }
  await insert(db, 'image_generations', [
    { ...drawn, id: IMAGES, status: 'completed', created_at: at(31), completed_at: at(33) },
    {
      ...drawn,
      id: HALF,
      status: 'failed',
      error_code: 'IMAGE_GENERATION_FAILED',
      error_message: 'One failed.',
      credits_refunded: 5,
      created_at: at(34),
      completed_at: at(35),
    },
    { ...drawn, id: DRAWING, status: 'processing', created_at: at(36) },
  ])
  const image = (image_generation_id: string | undefined, position: number, media_id: string | null) => ({
    image_generation_id,
    position,
    media_id,
    seed: position,
    status: media_id === null ? 'pending' : 'drawn',
  })
  await insert(db, 'image_generation_images', [
    { ...image(IMAGES, 0, PICTURE ?? null) },
    { ...image(IMAGES, 1, OTHER_PICTURE ?? null) },
    { ...image(HALF, 0, PICTURE ?? null) },
    { ...image(HALF, 1, null), status: 'failed', failure: 'No.' },
    { ...image(DRAWING, 0, LATE_PICTURE ?? null) },
    { ...image(DRAWING, 1, null) },
  ])
}

/** Jobs as the version before left them: waiting, and given up. */
async function insertJobs(db: Db): Promise<void> {
  const jobs = [
    ['fail-generation', null, { generation_id: DEAD }],
    ['run-generation', 'fail-generation', { generation_id: WAITING }],
    ['fail-regeneration', null, {}],
    ['run-regeneration', 'fail-regeneration', { regeneration_id: RUNNING_REGENERATION }],
    ['fail-image-generation', null, {}],
    ['run-image-generation', 'fail-image-generation', { image_generation_id: DRAWING }],
  ] as const
  for (const [name, deadLetter, data] of jobs) {
    const options = { policy: 'standard', ...(deadLetter && { deadLetter }) }
    await sql`select pgboss.create_queue(${name}, ${JSON.stringify(options)}::jsonb)`.execute(db)
    const envelope = JSON.stringify({ data, previous_attempts: 0 })
    await sql`insert into pgboss.job (name, data, dead_letter) values (${name}, ${envelope}::jsonb, ${deadLetter})`.execute(
      db,
    )
  }
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
    const failed = { ...shown, status: 'failed', error: ERROR }
    const old = { generation_id: OLD_FAILED, created_at: at(1), completed_at: at(3) }
    expect(await readGeneration(OLD_FAILED)).toEqual({ ...failed, ...old })
    const late = { generation_id: FAILED, created_at: at(14), completed_at: at(15) }
    expect(await readGeneration(FAILED)).toEqual({ ...failed, ...late })
    expect(await readGeneration(REGENERATED)).toEqual({
      ...completed,
      generation_id: REGENERATED,
      created_at: at(11),
      completed_at: at(25),
      regeneration: { ...regeneration, status: 'failed', created_at: at(24), completed_at: at(25), error: ERROR },
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
    const drawn = { ...images, livemode: true, generator: { model: 'old', built_in: true } }
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
