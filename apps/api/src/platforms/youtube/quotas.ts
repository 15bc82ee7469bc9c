import type { Clock } from '#shared/clock.ts'
import type { LocalDay } from '#shared/local-day.ts'
import { localDayOf } from '#shared/local-day.ts'
import type { PlatformLimit, QuotaCounter } from '../port.ts'
import { PlatformError } from '../port.ts'
import type { DAILY_QUOTAS } from './limits.ts'
import { QUOTA_ZONE } from './limits.ts'

export type QuotaName = keyof typeof DAILY_QUOTAS

/** What a request costs. */
export interface Cost {
  readonly quota: QuotaName
  readonly amount: number
}

/** How much of each quota the project has in a day. */
export type QuotaTotals = Readonly<Record<QuotaName, { readonly name: string; readonly total: number }>>

/** The daily quotas of the project, which all accounts of this server share. */
export interface Quotas {
  /**
   * Counts a request before it goes.
   *
   * @throws PlatformError `retry` of the app, with the reset: nothing was counted, and YouTube is not asked
   */
  spend(cost: Cost): Promise<void>
  /** YouTube says that a quota is used up. */
  exhaust(quota: QuotaName): Promise<void>
  describe(): Promise<readonly PlatformLimit[]>
}

interface QuotaOptions {
  readonly counter: QuotaCounter
  readonly clock: Clock
  readonly totals: QuotaTotals
}

const NOUNS: Readonly<Record<QuotaName, string>> = { uploads: 'uploads', units: 'requests' }

/** The day that a quota counts, with its end. */
export function quotaDayOf(now: Date): LocalDay {
  return localDayOf(now, QUOTA_ZONE)
}

export function createQuotas({ counter, clock, totals }: QuotaOptions): Quotas {
  return {
    async spend({ quota, amount }) {
      const { date, end } = quotaDayOf(clock.now())
      const { name, total } = totals[quota]
      if (await counter.spend({ name, day: date, amount, total })) return
      throw new PlatformError(
        'retry',
        `This server's app has used up its ${total} ${NOUNS[quota]} at YouTube for today, which all channels share. They are reset at midnight Pacific Time.`,
        { platformError: `${quota} used up`, scope: 'app', notBefore: end },
      )
    },
    exhaust(quota) {
      return counter.exhaust({ ...totals[quota], day: quotaDayOf(clock.now()).date })
    },
    async describe() {
      const { date, end } = quotaDayOf(clock.now())
      const used = await counter.read(date)
      return Object.values(totals).map(({ name, total }) => ({
        name,
        used: used.get(name) ?? 0,
        total,
        resetsAt: end,
        scope: 'app',
        source: 'counted by this server, for all its channels at YouTube',
      }))
    },
  }
}
