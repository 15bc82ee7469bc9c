import { createMigrator } from '#db/migrate.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase } from './harness/open-test-database.ts'
import type { TestDatabase } from './harness/test-database.ts'
import { createTestDatabase } from './harness/test-database.ts'

/** A database of before migration 0028, with scheduled items for which no connection was chosen. */

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

it('a scheduled item goes to the only account there is, and where nobody can tell which, none is chosen', async () => {
  const { db } = handle
  const before = await createMigrator(db).migrateTo('0024-principals-and-audit')
  expect(before.error).toBeUndefined()
  await sql`insert into accounts (id, name, created_at) values (${id(1)}, 'One', now())`.execute(db)
  await sql`insert into workspaces (id, account_id, name, created_at) values (${id(2)}, ${id(1)}, 'One', now())`.execute(
    db,
  )
  const connections = [
    [10, 'x', true, null],
    [11, 'x', false, null],
    [12, 'x', true, 'now()'],
    [13, 'linkedin', true, null],
    [14, 'linkedin', true, null],
    [15, 'facebook', true, 'now()'],
  ] as const
  for (const [number, platform, livemode, deleted] of connections) {
    await sql`insert into connections (id, account_id, workspace_id, livemode, platform, sandbox, display_name, status,
        deleted_at, created_at, updated_at)
      values (${id(number)}, ${id(1)}, ${id(2)}, ${livemode}, ${platform}, true, 'One', 'active',
        ${deleted === null ? null : sql`now()`}, now(), now())`.execute(db)
  }
  for (const [number, status, outcome] of [
    [3, 'scheduled', null],
    [4, 'draft', null],
    [5, 'failed', 'none'],
  ] as const) {
    await sql`insert into posts (id, account_id, workspace_id, livemode, status, outcome, scheduled_at, published_at,
        created_at, updated_at)
      values (${id(number)}, ${id(1)}, ${id(2)}, true, ${status}, ${outcome}, now() + interval '1 day',
        ${outcome === null ? null : sql`now()`}, now(), now())`.execute(db)
  }
  for (const [number, post, position, platform] of [
    [20, 3, 0, 'x'],
    [21, 3, 1, 'linkedin'],
    [22, 3, 2, 'facebook'],
    [23, 4, 0, 'x'],
  ] as const) {
    await sql`insert into post_items (id, post_id, position, post_type, platform, content, status)
      values (${id(number)}, ${id(post)}, ${position}, ${`${platform}-post`}, ${platform}, 'One', 'draft')`.execute(db)
  }
  const after = await createMigrator(db).migrateToLatest()
  expect(after.error).toBeUndefined()
  const items = await db.selectFrom('post_items').select(['id', 'connection_id']).orderBy('id').execute()
  expect(items.map(({ connection_id }) => connection_id)).toEqual([id(10), null, null, null])
  const failed = await db.selectFrom('posts').select('published_at').where('id', '=', id(5)).executeTakeFirstOrThrow()
  expect(failed.published_at).toBeNull()
})
