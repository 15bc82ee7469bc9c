import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DatabaseHandle } from '#db/handle.ts'
import { createQuotaCounter, createQuotas } from '#features/quotas/index.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { openTestDatabase } from './harness/open-test-database.ts'
import type { TestDatabase } from './harness/test-database.ts'
import { createTestDatabase } from './harness/test-database.ts'

const clock = createMovableClock()

let database: TestDatabase
let handle: DatabaseHandle
beforeAll(async () => {
  database = await createTestDatabase()
  handle = await openTestDatabase(database)
})
afterAll(async () => {
  await handle.close()
  await database.remove()
})

const counterOf = (app: string) => createQuotaCounter({ db: handle.db, clock, platform: 'youtube', app })
const UPLOADS = { name: 'uploads_day', day: '2026-12-01', total: 20 }

it('of fifty that want the last twenty at once, twenty get one each', async () => {
  const counter = counterOf('first')
  const given = await Promise.all(Array.from({ length: 50 }, () => counter.spend({ ...UPLOADS, amount: 1 })))
  expect(given.filter(Boolean)).toHaveLength(20)
  expect(await counter.read('2026-12-01')).toEqual(new Map([['uploads_day', 20]]))
})

it('what does not fit is not counted, and each app, day and quota has its own count', async () => {
  const counter = counterOf('second')
  expect(await counter.spend({ ...UPLOADS, amount: 21 })).toBe(false)
  expect(await counter.spend({ ...UPLOADS, amount: 19 })).toBe(true)
  expect(await counter.spend({ ...UPLOADS, amount: 2 })).toBe(false)
  expect(await counter.spend({ ...UPLOADS, day: '2026-12-02', amount: 20 })).toBe(true)
  expect(await counter.spend({ ...UPLOADS, name: 'units_day', amount: 20 })).toBe(true)
  expect(await counter.read('2026-12-01')).toEqual(
    new Map([
      ['uploads_day', 19],
      ['units_day', 20],
    ]),
  )
})

it('what the platform says is used up is used up, and stays what it was where that was more', async () => {
  const counter = counterOf('third')
  await counter.exhaust(UPLOADS)
  expect(await counter.spend({ ...UPLOADS, amount: 1 })).toBe(false)
  await counter.exhaust({ ...UPLOADS, total: 10 })
  expect(await counter.read('2026-12-01')).toEqual(new Map([['uploads_day', 20]]))
})

it('counts are kept for a week', async () => {
  const [sweep] = createQuotas({ db: handle.db, clock }).sweeps
  await counterOf('fourth').spend({ ...UPLOADS, amount: 1 })
  clock.move({ hours: 6 * 24 })
  await sweep?.work()
  expect((await counterOf('fourth').read('2026-12-01')).size).toBe(1)
  clock.move({ hours: 2 * 24 })
  await sweep?.work()
  expect((await counterOf('fourth').read('2026-12-01')).size).toBe(0)
})
