import type { Trx } from '#db/types.ts'
import type { ModelFailure } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import type { FailureMessages } from './decide-on-failure.ts'
import { insertEvent } from './run-events.repository.ts'
import type { StoredRun } from './runs.repository.ts'
import { lockIfProcessing, updateFailedAttempt } from './runs.repository.ts'

/** The failures after which another attempt is made. */
const WAITING_REASONS = ['busy', 'down', 'silent', 'unusable'] as const satisfies readonly ModelFailure[]

interface FailedAttempt {
  readonly run: StoredRun
  readonly attempt: number
  readonly error: unknown
  /** Absent: nothing is reported. */
  readonly reasons: FailureMessages | undefined
  /** Until the next attempt. Absent: as long as the queue waits. */
  readonly waitSeconds: number | undefined
  readonly at: Date
}

/** Keeps that an attempt failed and is to be followed by another, and reports why. */
export async function recordFailedAttempt(
  trx: Trx,
  { run, attempt, error, reasons, waitSeconds, at }: FailedAttempt,
): Promise<void> {
  if (!(await lockIfProcessing(trx, run.id))) return
  await updateFailedAttempt(trx, run.id, attempt)
  if (!reasons) return
  const failure = error instanceof ModelError ? error.failure : undefined
  const data = {
    status: 'processing',
    attempt,
    reason: WAITING_REASONS.find((reason) => reason === failure) ?? 'error',
    message: failure ? reasons[failure] : 'The attempt failed.',
    ...(waitSeconds !== undefined && { next_attempt_at: new Date(at.getTime() + waitSeconds * 1000).toISOString() }),
  } as const
  await insertEvent(trx, { run, event: { event: 'waiting', data }, attempt, at })
}
