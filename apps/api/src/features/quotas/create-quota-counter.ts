import type { Db } from '#db/types.ts'
import type { QuotaCounter } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { Platform } from '@powerpost/contract'
import { addUsed, findUsed, setUsedUp } from './quotas.repository.ts'

interface CounterOptions {
  readonly db: Db
  readonly clock: Clock
  readonly platform: Platform
  /** The client id of the app. */
  readonly app: string
}

/**
 * Counts the daily quotas of the operator's app at a platform in the database, for all processes. What is counted is there before the
 * request goes: a process that dies between the two has counted too much, never too little.
 */
export function createQuotaCounter({ db, clock, platform, app }: CounterOptions): QuotaCounter {
  return {
    spend: ({ name, day, amount, total }) =>
      addUsed(db, { key: { platform, app, day, name }, amount, total, now: clock.now() }),
    exhaust: ({ name, day, total }) => setUsedUp(db, { key: { platform, app, day, name }, total, now: clock.now() }),
    read: (day) => findUsed(db, { platform, app, day }),
  }
}
