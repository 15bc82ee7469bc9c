import { sql } from 'kysely'
import { createMigrator } from '#db/migrate.ts'
import type { Db } from '#db/types.ts'

// A database of before there were runs: its rows as the versions before 0021-runs wrote them, generations in every state.

const id = (number: number) => `0199a1b2-0000-7000-8000-${String(number).padStart(12, '0')}`
export const at = (minute: number) => `2026-11-22T18:${String(minute).padStart(2, '0')}:00.000Z`

export const ACCOUNT = id(1)
export const WORKSPACE = id(2)
export const [OLD_COMPLETED, OLD_FAILED, REGENERATED, WAITING, REGENERATING, FAILED, DEAD] = [
  11, 12, 13, 14, 15, 16, 17,
].map(id)
export const [IMAGES, HALF, DRAWING] = [21, 22, 23].map(id)
export const [PICTURE, OTHER_PICTURE, LATE_PICTURE] = [31, 32, 33].map(id)
export const RUNNING_REGENERATION = id(153)

export const GENERATOR = { model: 'old', built_in: false, research: 'none' }
export const ERROR = { code: 'GENERATION_FAILED', message: 'It failed.' }

export async function migrateTo(db: Db, name: string): Promise<void> {
  const { error } = await createMigrator(db).migrateTo(name)
  if (error) throw error
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

export async function insertBeforeEvents(db: Db): Promise<void> {
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

export async function insertBeforeRuns(db: Db): Promise<void> {
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
export async function insertJobs(db: Db): Promise<void> {
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
