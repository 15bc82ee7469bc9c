import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { openEmbedded } from '#db/embedded/open.ts'
import type { DatabaseHandle } from '#db/handle.ts'
import { migrate } from '#db/migrate.ts'
import { openPostgres } from '#db/postgres/open.ts'
import { JOBS } from '#features/jobs.ts'
import { startJobQueue } from '#jobs/queue.ts'
import { createLogger } from '#shared/logger.ts'
import { failLoudly } from './harness/prepare-template.ts'
import type { TestDatabase } from './harness/test-database.ts'
import { createTestDatabase } from './harness/test-database.ts'

const ACCOUNT = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'

let database: TestDatabase
let handle: DatabaseHandle

beforeAll(async () => {
  database = await createTestDatabase()
  handle = await open()
  await handle.db
    .insertInto('accounts')
    .values({ id: ACCOUNT, name: 'test', credit_balance: 100, created_at: new Date() })
    .execute()
})
afterAll(async () => {
  await handle.close()
  await database.remove()
})

function open(): Promise<DatabaseHandle> {
  return database.databaseUrl === undefined
    ? openEmbedded({ directory: database.dataDirectory, onCrash: failLoudly, onError: failLoudly })
    : openPostgres({ connectionString: database.databaseUrl, onError: failLoudly })
}

async function readBalance(): Promise<number> {
  const { credit_balance } = await handle.db.selectFrom('accounts').select('credit_balance').executeTakeFirstOrThrow()
  return credit_balance
}

describe('the database', () => {
  it('gives values of the same kinds, whichever it is', async () => {
    const { rows } = await sql`
      select 9007199254740991::int8 as int8, 1.5::float8 as float8, true as bool, 'é🚀'::text as text,
        '{"a":[1]}'::jsonb as jsonb, array['a','b']::text[] as texts, '\\x00ff'::bytea as bytes,
        '2026-11-22T18:53:52.123456Z'::timestamptz as time, ${ACCOUNT}::uuid as uuid, null::text as nothing`.execute(
      handle.db,
    )
    expect(rows).toEqual([
      {
        int8: 9007199254740991,
        float8: 1.5,
        bool: true,
        text: 'é🚀',
        jsonb: { a: [1] },
        texts: ['a', 'b'],
        bytes: Buffer.from([0, 255]),
        time: new Date('2026-11-22T18:53:52.123Z'),
        uuid: ACCOUNT,
        nothing: null,
      },
    ])
  })

  it('has an index behind every foreign key whose other end is ever deleted', async () => {
    // Accounts stay for good. A mode alone finds nothing.
    const { rows } = await sql<{ key: string }>`
      select conrelid::regclass || '.' || string_agg(attname, ', ' order by attnum) as key
      from pg_constraint foreign_key
      join pg_attribute on attrelid = conrelid and attnum = any(conkey)
      where contype = 'f' and connamespace = 'public'::regnamespace and confrelid <> 'accounts'::regclass
        and not exists (
          select from pg_index
          join pg_attribute ahead on ahead.attrelid = indrelid and ahead.attnum = indkey[0]
          where indrelid = conrelid and ahead.attnum = any(conkey) and ahead.attname <> 'livemode'
            and (indpred is null or pg_get_expr(indpred, indrelid) = format('(%I IS NOT NULL)', ahead.attname))
        )
      group by foreign_key.oid, conrelid order by key`.execute(handle.db)
    expect(rows.map(({ key }) => key)).toEqual([])
  })

  it('prepares each statement once a connection, and none that a new column would break', async () => {
    await handle.db.transaction().execute(async (one) => {
      for (const value of [1, 2]) {
        await sql`select ${value}::int as once_named`.execute(one)
        await sql`select * from accounts as once_unnamed where credit_balance = ${value}`.execute(one)
      }
      const { rows } = await sql`
        select statement from pg_prepared_statements where statement like '%once\\_%named%' and parameter_types <> '{}'`.execute(
        one,
      )
      expect(rows).toEqual([{ statement: 'select $1::int as once_named' }])
      await sql`alter table accounts add column more int`.execute(one)
      await sql`select * from accounts as once_unnamed where credit_balance = ${1}`.execute(one)
    })
    await sql`alter table accounts drop column more`.execute(handle.db)
  })

  it('tells errors by the same codes, and goes on after them', async () => {
    await expect(sql`select * from nowhere`.execute(handle.db)).rejects.toMatchObject({ code: '42P01' })
    await expect(sql`select ${'x'}::int`.execute(handle.db)).rejects.toMatchObject({ code: '22P02' })
    await expect(handle.executeSql('begin; select 1/0; commit;')).rejects.toMatchObject({ code: '22012' })
    expect(await readBalance()).toBe(100)
  })

  it('takes a megabyte in one value', async () => {
    const { rows } = await sql<{ length: number }>`select length(${'x'.repeat(1024 * 1024)}) as length`.execute(
      handle.db,
    )
    expect(rows[0]?.length).toBe(1024 * 1024)
  })

  it('undoes a transaction that fails, and nothing else', async () => {
    const failing = handle.db.transaction().execute(async (trx) => {
      await trx.updateTable('accounts').set({ credit_balance: 1 }).execute()
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await readBalance()).toBe(100)
  })

  it('cannot have an open transaction undone by a job query that fails', async () => {
    const failures: Promise<unknown>[] = []
    await handle.db.transaction().execute(async (trx) => {
      await trx.updateTable('accounts').set({ credit_balance: 90 }).execute()
      failures.push(handle.executeSql('begin; select 1/0; commit;').catch((error: unknown) => error))
      failures.push(handle.executeSql('select 1/$1::int', [0]).catch((error: unknown) => error))
      await trx.updateTable('accounts').set({ credit_balance: 80 }).execute()
    })
    expect(await Promise.all(failures)).toEqual([expect.any(Error), expect.any(Error)])
    expect(await readBalance()).toBe(80)
  })

  it('is migrated once, however many processes start at once', async () => {
    const countMigrations = async () => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from kysely_migration`.execute(
        handle.db,
      )
      return rows[0]?.count
    }
    const before = await countMigrations()
    const others = database.databaseUrl === undefined ? [handle, handle] : [await open(), await open()]
    await Promise.all([handle, ...others].map((each) => migrate(each.db)))
    if (database.databaseUrl !== undefined) for (const other of others) await other.close()
    expect(before).toBeGreaterThan(0)
    expect(await countMigrations()).toBe(before)
  })

  it('keeps a job exactly when the transaction that enqueued it is kept', async () => {
    const queue = await startJobQueue({
      jobs: JOBS,
      database: handle,
      logger: createLogger({ level: 'silent', pretty: false }),
      ...(database.databaseUrl !== undefined && { connectionString: database.databaseUrl }),
    })
    const enqueue = (run_id: string, fail: boolean) =>
      handle.db.transaction().execute(async (trx) => {
        await queue.enqueue(trx, 'run-captions', { run_id })
        if (fail) throw new Error('undone')
      })
    await expect(enqueue('0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c', true)).rejects.toThrow('undone')
    await enqueue(ACCOUNT, false)
    const { rows } = await handle.executeSql(`select data from pgboss.job where name = 'run-captions'`)
    expect(rows).toEqual([{ data: { data: { run_id: ACCOUNT }, order: 0, previous_attempts: 0 } }])
    await queue.stop(1000)
  })
})
