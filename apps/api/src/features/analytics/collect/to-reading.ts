import type { MeasuredPost, MetricValues } from '#platforms/port.ts'
import { PublishError } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { MetricProblem } from '@powerpost/contract'
import { METRICS, PLATFORM_NAMES } from '@powerpost/contract'
import type { HeldCollection, Reading } from './collections.repository.ts'
import { dueOf, MOST_FAILURES, nextStep, retryDelayMs } from './times.ts'

interface Dependencies {
  readonly clock: Clock
  readonly random: () => number
}

interface Problem {
  readonly reason: MetricProblem
  readonly message: string
}

/** An item that a platform shows no more is asked about once again, so much later. */
const GONE_AGAIN_MS = 3_600_000

/** What comes of what a platform said of an item, of its saying nothing, or of an error. */
export function toReading(
  dependencies: Dependencies,
  held: HeldCollection,
  said: MeasuredPost | undefined | unknown,
): Reading {
  const platform = held.lane === 'sandbox' ? 'The sandbox' : PLATFORM_NAMES[held.lane]
  if (said instanceof PublishError && said.failure === 'reconnect') {
    const message = `${platform} no longer accepts the access of this server to the account.`
    return later(dependencies, held, { reason: 'connection', message })
  }
  if (said instanceof PublishError && said.failure === 'never') {
    const code = said.platformError === undefined ? '' : ` (${said.platformError})`
    return later(dependencies, held, {
      reason: 'platform_error',
      message: `${platform} refused to give metrics${code}.`,
    })
  }
  if (!isMeasured(said)) return again(dependencies, held, `${platform} could not be asked.`)
  switch (said.status) {
    case 'measured': {
      const { missingPermission: message } = said
      const problem = message === undefined ? undefined : ({ reason: 'permission', message } as const)
      return { ...later(dependencies, held, problem), values: toValues(said.values) }
    }
    case 'withheld':
      return later(dependencies, held, { reason: 'permission', message: said.message })
    case 'gone': {
      const problem = { reason: 'gone', message: `${platform} no longer has the post.` } as const
      if (held.failures > 0) return { held, problem, next: undefined }
      const dueAt = new Date(dependencies.clock.now().getTime() + GONE_AGAIN_MS)
      return { held, problem, next: { step: held.step, failures: 1, dueAt } }
    }
  }
}

function isMeasured(said: unknown): said is MeasuredPost {
  return typeof said === 'object' && said !== null && 'itemId' in said && 'status' in said
}

/** Whole numbers that a database can hold: what is none was not given. */
function toValues(values: MetricValues): MetricValues {
  const good = METRICS.flatMap((name) => {
    const value = Math.round(values[name] ?? NaN)
    return Number.isSafeInteger(value) && value >= 0 ? [[name, value] as const] : []
  })
  return Object.fromEntries(good)
}

/** The next step is waited for. */
export function later({ clock, random }: Dependencies, held: HeldCollection, problem: Problem | undefined): Reading {
  const step = nextStep(held.posted_at, held.step, clock.now())
  const next = step === undefined ? undefined : { step, failures: 0, dueAt: dueOf(held.posted_at, step, random()) }
  return { held, ...(problem && { problem }), next }
}

/** The same step is tried again, unless the next one is near. */
function again(dependencies: Dependencies, held: HeldCollection, message: string): Reading {
  const problem = { reason: 'platform_error', message } as const
  const following = later(dependencies, held, problem)
  const delayMs = retryDelayMs(held.failures, dependencies.random())
  const dueAt = new Date(dependencies.clock.now().getTime() + delayMs)
  const isOver = held.failures >= MOST_FAILURES || (following.next !== undefined && following.next.dueAt <= dueAt)
  if (isOver) return following
  return { held, problem, next: { step: held.step, failures: held.failures + 1, dueAt } }
}
