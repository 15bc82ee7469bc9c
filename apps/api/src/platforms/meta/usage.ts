import type { OutboundAnswer } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { z } from 'zod'
import type { QuotaUsage, UsedUpQuota } from '../port.ts'
import type { Usage } from './wire.ts'
import { appUsageSchema, businessUsageSchema } from './wire.ts'

/** A share of a limit in percent from which on Meta refuses: https://developers.facebook.com/docs/graph-api/overview/rate-limiting */
const ALL = 100

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** The limit of an app is of a rolling hour: what it has left shows after some minutes. */
const APP_WAIT_MS = 5 * MINUTE_MS

/** What the headers of an answer say is used up, the account's before the app's. */
export function findUsedUp({ headers }: OutboundAnswer, name: string, clock: Clock): UsedUpQuota | undefined {
  const now = clock.now().getTime()
  const business = read(businessUsageSchema, headers['x-business-use-case-usage'])
  const full = Object.values(business ?? {})
    .flat()
    .filter(isUsedUp)
  if (full.length > 0) {
    const minutes = Math.max(...full.map((usage) => usage.estimated_time_to_regain_access))
    const waitMs = Math.min(Math.max(minutes, 1) * MINUTE_MS, DAY_MS)
    const message = `The account has used up its requests at ${name} for a while.`
    return { scope: 'account', notBefore: new Date(now + waitMs), message }
  }
  const page = read(appUsageSchema, headers['x-page-usage'])
  if (page && isUsedUp(page)) {
    return { scope: 'account', message: `The account has used up its requests at ${name} for a while.` }
  }
  const app = read(appUsageSchema, headers['x-app-usage'])
  if (app && isUsedUp(app)) {
    const message = `The app of this server has used up its requests at ${name} for a while.`
    return { scope: 'app', notBefore: new Date(now + APP_WAIT_MS), message }
  }
  return undefined
}

/** How much of the app's and the account's requests the headers of an answer say is used up. */
export function readUsage({ headers }: OutboundAnswer): QuotaUsage[] {
  const business = Object.values(read(businessUsageSchema, headers['x-business-use-case-usage']) ?? {}).flat()
  const page = read(appUsageSchema, headers['x-page-usage'])
  const app = read(appUsageSchema, headers['x-app-usage'])
  const shares = [...business, ...(page ? [page] : [])].map(
    (usage) => ({ scope: 'account', share: shareOf(usage) }) as const,
  )
  return [...shares, ...(app ? [{ scope: 'app', share: shareOf(app) } as const] : [])]
}

function shareOf({ call_count, total_time, total_cputime }: Usage): number {
  return Math.max(call_count, total_time, total_cputime) / ALL
}

function isUsedUp({ call_count, total_time, total_cputime }: Usage): boolean {
  return Math.max(call_count, total_time, total_cputime) >= ALL
}

function read<T>(schema: z.ZodType<T>, header: string | undefined): T | undefined {
  if (header === undefined) return undefined
  try {
    return schema.safeParse(JSON.parse(header)).data
  } catch {
    return undefined
  }
}
