import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DirectoryLockedError } from './lock.ts'
import type { Query } from '../handle.ts'
import { openEmbedded } from './open.ts'
import { tidy } from './tidy.ts'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'powerpost-embedded-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

function fail(error: Error): void {
  throw error
}

describe('the embedded database', () => {
  it('is closed to other users and to other openers, is given back, and waits for the disk', async () => {
    const handle = await openEmbedded({ directory, onCrash: fail, onError: fail })
    expect((await stat(join(directory, 'postgres'))).mode & 0o777).toBe(0o700)
    await expect(openEmbedded({ directory, onCrash: fail, onError: fail })).rejects.toBeInstanceOf(DirectoryLockedError)
    const { rows } =
      await sql`select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method`.execute(
        handle.db,
      )
    expect(rows).toEqual([{ fsync: 'on', method: 'fsync' }])
    await sql`create table kept (value text)`.execute(handle.db)
    await sql`insert into kept values ('yes')`.execute(handle.db)
    await handle.close()

    const again = await openEmbedded({ directory, onCrash: fail, onError: fail })
    expect((await sql`select value from kept`.execute(again.db)).rows).toEqual([{ value: 'yes' }])
    await again.close()
  })

  it('learns how large its tables have grown, a table that changes little is left alone, and dead rows are removed', async () => {
    const handle = await openEmbedded({ onCrash: fail, onError: fail })
    const query: Query = async <Row extends object>(text: string) => (await handle.executeSql(text)).rows as Row[]
    await query('create table kept as select generate_series(1, 500) as value')
    await query('create table empty (value int)')
    expect(await tidy(query)).toEqual(['kept'])
    const readSize = () => query("select reltuples::int as rows from pg_class where relname = 'kept'")
    expect(await readSize()).toEqual([{ rows: 500 }])
    await query('update kept set value = 0 where value <= 20')
    expect(await tidy(query)).toEqual([])
    await query('delete from kept where value > 200')
    expect(await tidy(query)).toEqual(['kept'])
    expect(await readSize()).toEqual([{ rows: 200 }])
    await handle.close()
  })

  it('tells those who listen what is notified, from inside a transaction too', async () => {
    const handle = await openEmbedded({ onCrash: fail, onError: fail })
    const heard: string[] = []
    await handle.listen('news', { onNotification: (payload) => heard.push(payload), onGap: () => heard.push('gap') })
    await handle.db.transaction().execute((trx) => sql`select pg_notify('news', 'first')`.execute(trx))
    await handle.executeSql(`notify news, 'second'; notify other, 'unheard'`)
    await expect.poll(() => heard).toEqual(['first', 'second'])
    await handle.close()
  })
})
