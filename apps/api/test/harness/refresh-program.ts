import { openPostgres } from '#db/postgres/open.ts'
import { systemClock } from '#shared/clock.ts'
import { createOpener } from './connections.ts'

// A process that wants the token of a connection, several times at once, and writes what it got.

const CALLS = 10

const [connectionString = '', apiUrl = '', connectionId = ''] = process.argv.slice(2)
const { db, close } = await openPostgres({
  connectionString,
  onError: (error) => {
    throw error
  },
})
const stored = await db.selectFrom('connections').selectAll().where('id', '=', connectionId).executeTakeFirstOrThrow()
const open = createOpener({ db, clock: systemClock, apiUrl })
const { signal } = new AbortController()
const tokens = await Promise.all(Array.from({ length: CALLS }, () => open(stored).accessToken(signal)))
process.stdout.write(JSON.stringify(tokens))
await close()
