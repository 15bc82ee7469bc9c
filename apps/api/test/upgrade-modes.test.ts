import { createMigrator } from '#db/migrate.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase } from './harness/open-test-database.ts'
import type { TestDatabase } from './harness/test-database.ts'
import { createTestDatabase } from './harness/test-database.ts'

/** A database of before migration 0025, with an endpoint that was sent the events of both modes. */

let database: TestDatabase
let handle: DatabaseHandle

const id = (number: number) => `0199a1b2-0000-7000-8000-${String(number).padStart(12, '0')}`

beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
  handle = await openTestDatabase(database)
})
afterAll(async () => {
  await handle.close()
  await database.remove()
})

it('endpoints and writing styles become live, and what the sandbox had sent to them is gone', async () => {
  const { db } = handle
  const before = await createMigrator(db).migrateTo('0024-principals-and-audit')
  expect(before.error).toBeUndefined()
  const owner = sql`${id(1)}, ${id(2)}`
  await sql`insert into accounts (id, name, created_at) values (${id(1)}, 'One', now())`.execute(db)
  await sql`insert into workspaces (id, account_id, name, created_at) values (${id(2)}, ${id(1)}, 'One', now())`.execute(
    db,
  )
  await sql`insert into writing_styles (id, account_id, workspace_id, name, instructions, examples, active, created_at, updated_at)
    values (${id(3)}, ${owner}, 'Calm', 'Whisper.', '{}', true, now(), now())`.execute(db)
  await sql`insert into webhook_endpoints (id, account_id, workspace_id, url, events, secret, created_at)
    values (${id(4)}, ${owner}, 'https://example.com/in', '{post.failed}', 'sealed', now())`.execute(db)
  for (const [number, livemode] of [
    [5, true],
    [6, false],
  ] as const) {
    await sql`insert into webhook_events (id, account_id, workspace_id, livemode, event, payload, created_at)
      values (${id(number)}, ${owner}, ${livemode}, 'post.failed', '{}', now())`.execute(db)
    await sql`insert into webhook_deliveries (id, account_id, workspace_id, livemode, event_id, endpoint_id, event, status,
        attempts, next_attempt_at, created_at)
      values (${id(number + 10)}, ${owner}, ${livemode}, ${id(number)}, ${id(4)}, 'post.failed', 'pending', '[]', now(), now())`.execute(
      db,
    )
  }
  const after = await createMigrator(db).migrateToLatest()
  expect(after.error).toBeUndefined()
  expect(await db.selectFrom('writing_styles').select('livemode').execute()).toEqual([{ livemode: true }])
  expect(await db.selectFrom('webhook_endpoints').select('livemode').execute()).toEqual([{ livemode: true }])
  expect(await db.selectFrom('webhook_deliveries').select('id').execute()).toEqual([{ id: id(15) }])
  const toTheOther = sql`update webhook_deliveries set livemode = false`.execute(db)
  await expect(toTheOther).rejects.toThrow('foreign key')
})
