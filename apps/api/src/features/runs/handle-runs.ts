import type { Db, RunKind, Trx } from '#db/types.ts'
import type { AttemptOf, JobHandlers } from '#jobs/worker.ts'
import { ModelError } from '#models/port.ts'
import type { Logger } from '#shared/logger.ts'
import type { FailureDecision, FailureMessages } from './decide-on-failure.ts'
import { decideOnFailure, isInterrupted, limitDecision, logFailure } from './decide-on-failure.ts'
import type { RunJobs } from './jobs.ts'
import { recordFailedAttempt } from './record-failed-attempt.ts'
import type { BudgetDependencies, RunBudget } from './run-budget.ts'
import { startBudget } from './run-budget.ts'
import type { StoredRun } from './runs.repository.ts'
import { findRun, startAttempt } from './runs.repository.ts'

export type RunAttempt = AttemptOf<RunJobs, `run-${RunKind}`>

/** An attempt that knows how much time its run has left, in whole seconds; `Infinity` without a limit. */
export interface TimedAttempt extends RunAttempt {
  secondsLeft(): number
}

/** How one kind of run is worked on and failed. */
export interface RunKindHandler {
  /**
   * Makes one attempt: does the work and ends the run, in one transaction with `attempt.complete`, or postpones the attempt.
   * Doing it twice changes nothing.
   */
  work(run: StoredRun, attempt: TimedAttempt): Promise<void>
  /** Ends a run that is not tried again, and gives its credits back. One that has ended is left as it is. */
  fail(trx: Trx, run: StoredRun, message: string | undefined): Promise<void>
  readonly messages: FailureMessages
  /** How long a run may take in all, and what its events say of a failed attempt. Absent: each attempt has its own limit. */
  readonly waiting?: { readonly seconds: number; readonly reasons: FailureMessages }
}

export interface HandlerDependencies extends BudgetDependencies {
  readonly db: Db
  readonly logger: Logger
  /** Notifies those who watch the subject in this process. */
  readonly announce: (subjectId: string) => void
  readonly runKinds: Readonly<Record<RunKind, RunKindHandler>>
}

/** The handlers of the jobs of all runs. */
export function createRunHandlers(dependencies: HandlerDependencies): JobHandlers<RunJobs> {
  const { runKinds } = dependencies
  return {
    'run-captions': (attempt) => handleRun(dependencies, runKinds.captions, attempt),
    'run-images': (attempt) => handleRun(dependencies, runKinds.images, attempt),
    'run-videos': (attempt) => handleRun(dependencies, runKinds.videos, attempt),
    'fail-run': (attempt) => handleDeadLetter(dependencies, attempt),
  }
}

/**
 * Makes one attempt of a run. One that fails is retried by the queue, or postponed; the last one ends as failed in ONE
 * transaction with its job, so that the run ends whatever happens.
 */
async function handleRun(
  dependencies: HandlerDependencies,
  handler: RunKindHandler,
  attempt: RunAttempt,
): Promise<void> {
  const { db, clock, announce } = dependencies
  const run = await startAttempt(db, { id: attempt.data.run_id, attempt: attempt.number, at: clock.now() })
  if (!run) return
  const budget = startBudget(dependencies, { run, seconds: handler.waiting?.seconds, signal: attempt.signal })
  try {
    await handler.work(run, { ...attempt, signal: budget.signal, secondsLeft: () => budget.secondsLeft() })
  } catch (error) {
    await handleFailure(dependencies, { run, handler, attempt, budget, error })
  } finally {
    budget.clear()
  }
  announce(run.subject_id)
}

interface Failed {
  readonly run: StoredRun
  readonly handler: RunKindHandler
  readonly attempt: RunAttempt
  readonly budget: RunBudget
  readonly error: unknown
}

/** @throws the error of an attempt that the queue retries, for the queue */
async function handleFailure(
  { db, logger, clock, announce }: HandlerDependencies,
  { run, handler, attempt, budget, error: thrown }: Failed,
): Promise<void> {
  if (isInterrupted(thrown, attempt.signal)) throw thrown
  const error = budget.isOver() ? new ModelError('silent', 'The time of the run is over.', { cause: thrown }) : thrown
  const decision = decide(error, { handler, attempt, budget })
  const { id: run_id, kind } = run
  const log = () =>
    logFailure(logger, { err: error, run_id, kind, decision: decision.kind }, 'an attempt of a run failed')
  const record = (trx: Trx, waitSeconds?: number) =>
    recordFailedAttempt(trx, {
      run,
      attempt: attempt.number,
      error,
      reasons: handler.waiting?.reasons,
      waitSeconds,
      at: clock.now(),
    })
  if (decision.kind === 'retry') {
    await db.transaction().execute((trx) => record(trx))
    announce(run.subject_id)
    throw error
  }
  log()
  await db.transaction().execute(async (trx) => {
    if (decision.kind === 'postpone') {
      await record(trx, decision.seconds)
      return attempt.postpone(trx, decision.seconds)
    }
    await handler.fail(trx, run, decision.message)
    await attempt.complete(trx)
  })
}

function decide(
  error: unknown,
  { handler: { messages, waiting }, attempt, budget }: Pick<Failed, 'handler' | 'attempt' | 'budget'>,
): FailureDecision {
  const isLast = attempt.isLast || budget.isOver()
  const decision = decideOnFailure(error, { isLast, signal: attempt.signal }, messages)
  if (!waiting) return decision
  return limitDecision(decision, { error, number: attempt.number, secondsLeft: budget.secondsLeft(), messages })
}

/** Fails a run whose job is a dead letter; one that has ended is left as it is. */
async function handleDeadLetter(
  { db, announce, runKinds }: HandlerDependencies,
  attempt: AttemptOf<RunJobs, 'fail-run'>,
): Promise<void> {
  const run = await findRun(db, attempt.data.run_id)
  if (!run) return
  await db.transaction().execute(async (trx) => {
    await runKinds[run.kind].fail(trx, run, undefined)
    await attempt.complete(trx)
  })
  announce(run.subject_id)
}
