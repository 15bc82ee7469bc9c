import type { FailureScope, StepOptions } from '#platforms/port.ts'
import { PublishError } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import { QUOTA_SHARE, QUOTA_WAIT_MS } from './times.ts'

/** Nothing more is read of an account, or of all accounts of the app, before a time. */
export interface Wait {
  readonly scope: Exclude<FailureScope, 'item'>
  readonly until: Date
}

const MOST_WAIT_MS = 24 * 3_600_000

/** The wait that a refusal asks for, where it is about a quota; undefined: it is about something else. */
export function judgeFailure(error: unknown, clock: Clock): Wait | undefined {
  if (!(error instanceof PublishError) || error.failure !== 'retry') return undefined
  const { scope, notBefore, retryAfterSeconds } = error
  const said = notBefore ?? (retryAfterSeconds && new Date(clock.now().getTime() + retryAfterSeconds * 1000))
  // Too many requests are too many of the account, whatever the platform counts.
  if (scope === 'item') return said ? { scope: 'account', until: bounded(said, clock) } : undefined
  return { scope, until: bounded(said || undefined, clock) }
}

/** Collects waits from what good answers say of quotas: publishing needs what is left of them. */
export function waitForQuotas(
  clock: Clock,
  waits: Wait[],
): Pick<StepOptions, 'reportQuota' | 'reportLimits' | 'reportUsage'> {
  return {
    reportQuota: ({ scope, notBefore }) => void waits.push({ scope, until: bounded(notBefore, clock) }),
    reportLimits(limits) {
      for (const { scope, used, total, resetsAt } of limits) {
        if (total > 0 && used / total >= QUOTA_SHARE) waits.push({ scope, until: bounded(resetsAt, clock) })
      }
    },
    reportUsage({ scope, share }) {
      if (share >= QUOTA_SHARE) waits.push({ scope, until: bounded(undefined, clock) })
    },
  }
}

function bounded(said: Date | undefined, clock: Clock): Date {
  const now = clock.now().getTime()
  const wait = said === undefined ? QUOTA_WAIT_MS : said.getTime() - now
  return new Date(now + Math.min(Math.max(wait, 60_000), MOST_WAIT_MS))
}
