import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServerProcess } from '../harness/server-process.ts'
import { spawnServer } from '../harness/server-process.ts'
import type { TestDatabase } from '../harness/test-database.ts'
import { createTestDatabase } from '../harness/test-database.ts'

/** The lock under which Kysely's migrator works. */
const MIGRATION_LOCK = '3853314791062309107'

let database: TestDatabase
let holder: pg.Client
let server: ServerProcess | undefined

beforeEach(async () => {
  database = await createTestDatabase()
  holder = new pg.Client({ connectionString: database.databaseUrl })
  await holder.connect()
})
afterEach(async () => {
  server?.kill('SIGKILL')
  await server?.exited
  await holder.end()
  await database.remove()
})

describe('a start that waits for the database', () => {
  it('says what it waits for, and goes on', async () => {
    await holder.query(`select pg_advisory_lock(${MIGRATION_LOCK})`)
    server = await spawnServer({ database })
    const stdout = server.stdout
    await expect.poll(stdout, { timeout: 60_000 }).toContain('PowerPost is starting: migrating the database ...\n')
    expect(stdout()).not.toContain('PowerPost is ready')
    await holder.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`)
    await expect.poll(stdout, { timeout: 60_000 }).toContain('PowerPost is ready')
  })
})
