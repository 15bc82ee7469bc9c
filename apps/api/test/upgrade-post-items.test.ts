import { createMigrator } from '#db/migrate.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase } from './harness/open-test-database.ts'
import type { TestDatabase } from './harness/test-database.ts'
import { createTestDatabase } from './harness/test-database.ts'

/** A database of before migration 0022, with an item in the midst of each stage. */

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

it('an item that was being posted goes on from where it was', async () => {
  const { db } = handle
  const before = await createMigrator(db).migrateTo('0020-connection-requests')
  expect(before.error).toBeUndefined()
  await sql`insert into accounts (id, name, created_at) values (${id(1)}, 'One', now())`.execute(db)
  await sql`insert into workspaces (id, account_id, name, created_at) values (${id(2)}, ${id(1)}, 'One', now())`.execute(
    db,
  )
  await sql`insert into posts (id, account_id, workspace_id, livemode, status, created_at, updated_at)
    values (${id(3)}, ${id(1)}, ${id(2)}, true, 'publishing', now(), now())`.execute(db)
  await sql`insert into post_items (id, post_id, position, post_type, platform, content, status, stage, lane, due_at,
      begun_at, lapses, look_ups, not_posted)
    values (${id(4)}, ${id(3)}, 0, 'x-post', 'x', 'One', 'posting', 'preparing', 'x', now(), '2026-11-22T18:00Z', 1, 0, false),
      (${id(5)}, ${id(3)}, 1, 'linkedin-post', 'linkedin', 'Two', 'posting', 'sending', 'linkedin', now(), now(), 2, 3, true),
      (${id(6)}, ${id(3)}, 2, 'facebook-post', 'facebook', 'Three', 'posting', 'processing', 'facebook', now(), now(), 0, 0, false)`.execute(
    db,
  )
  const after = await createMigrator(db).migrateToLatest()
  expect(after.error).toBeUndefined()
  const items = await db.selectFrom('post_items').selectAll().orderBy('position').execute()
  expect(items).toMatchObject([
    { stage: 'preparing', started_at: new Date('2026-11-22T18:00Z'), lost_leases: 1, lookup_attempts: 0 },
    { stage: 'unconfirmed', lost_leases: 2, lookup_attempts: 3, confirmed_not_posted: true },
    { stage: 'processing', confirmed_not_posted: false },
  ])
})
