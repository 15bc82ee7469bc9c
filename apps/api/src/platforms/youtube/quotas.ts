import type { Clock } from '#shared/clock.ts'
import type { LocalDay } from '#shared/local-day.ts'
import { localDayOf } from '#shared/local-day.ts'
import type { PlatformLimit, QuotaCounter } from '../port.ts'
import { PlatformError } from '../port.ts'
import { ACCOUNT_UPLOADS, DAILY_QUOTAS, QUOTA_ZONE } from './limits.ts'

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
   * Counts a request before it goes: an upload both for the account of this server that it is of, and for the app.
   *
   * @param accountId absent: no account is known yet
   * @throws PlatformError `retry` of the account or the app, with the reset: YouTube is not asked
   */
  spend(cost: Cost, accountId?: string): Promise<void>
  /** YouTube says that a quota is used up. */
  exhaust(quota: QuotaName): Promise<void>
  /** @param accountId absent: the quotas of the app alone */
  describe(accountId?: string): Promise<readonly PlatformLimit[]>
}

interface QuotaOptions {
  readonly counter: QuotaCounter
  readonly clock: Clock
  readonly totals: QuotaTotals
  /** How many uploads of a day one account of this server may have. @default all while it alone has channels, then half */
  readonly accountUploads?: number | undefined
  /** How many accounts of this server have channels. */
  readonly countAccounts: () => Promise<number>
}

const NOUNS: Readonly<Record<QuotaName, string>> = { uploads: 'uploads', units: 'requests' }

/** The day that a quota counts, with its end. */
export function quotaDayOf(now: Date): LocalDay {
  return localDayOf(now, QUOTA_ZONE)
}

export function createQuotas({ counter, clock, totals, accountUploads, countAccounts }: QuotaOptions): Quotas {
  return {
    async spend({ quota, amount }, accountId) {
      const { date, end } = quotaDayOf(clock.now())
      const { name, total } = totals[quota]
      if (quota === 'uploads' && accountId !== undefined) {
        const share = await findShare()
        // Counted before the app's: where the app has none left, the account counts one too many until the same reset.
        if (!(await counter.spend({ name: nameFor(accountId), day: date, amount, total: share }))) {
          throw new PlatformError(
            'retry',
            `Your account has used up the ${share} uploads to YouTube that it may have on this server today. They are reset at midnight Pacific Time.`,
            { platformError: 'uploads of the account used up', scope: 'account', notBefore: end },
          )
        }
      }
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
    async describe(accountId) {
      const { date, end } = quotaDayOf(clock.now())
      const used = await counter.read(date)
      const ofApp = Object.values(totals).map(({ name, total }): PlatformLimit => ({
        name,
        used: used.get(name) ?? 0,
        total,
        resetsAt: end,
        scope: 'app',
        source: 'counted by this server, for all its channels at YouTube',
      }))
      if (accountId === undefined) return ofApp
      const share = await findShare()
      if (share === totals.uploads.total) return ofApp
      const ofAccount: PlatformLimit = {
        name: ACCOUNT_UPLOADS,
        used: Math.min(share, used.get(nameFor(accountId)) ?? 0),
        total: share,
        resetsAt: end,
        scope: 'account',
        source: 'counted by this server, for all your channels at YouTube',
      }
      return [...ofApp, ofAccount]
    },
  }

  async function findShare(): Promise<number> {
    const { total } = totals.uploads
    if (accountUploads !== undefined) return Math.min(accountUploads, total)
    return (await countAccounts()) > 1 ? Math.ceil(total / 2) : total
  }
}

function nameFor(accountId: string): string {
  return `${ACCOUNT_UPLOADS}:${accountId}`
}

/**
 * Leaves what is left of the day's units to publishing.
 *
 * @param mostUsed the share of them, from 0 to 1, that may be used up before
 * @throws PlatformError `retry` of the app, with the reset, while more is
 */
export async function leaveRoom(quotas: Quotas, mostUsed: number): Promise<void> {
  const units = (await quotas.describe()).find(({ name }) => name === DAILY_QUOTAS.units.name)
  if (!units || units.used / units.total < mostUsed) return
  const percent = Math.round(mostUsed * 100)
  throw new PlatformError(
    'retry',
    `${percent}% of the requests of a day at YouTube are used up: publishing has the rest.`,
    {
      platformError: `${percent}% of units used up`,
      scope: 'app',
      ...(units.resetsAt && { notBefore: units.resetsAt }),
    },
  )
}
