import type { Db, RunKind, Trx } from '#db/types.ts'
import type { AttemptOf, JobHandlers } from '#jobs/worker.ts'
import type { Logger } from '#shared/logger.ts'
import type { FailureMessages } from './decide-on-failure.ts'
import { decideOnFailure, logFailure } from './decide-on-failure.ts'
import type { RunJobs } from './jobs.ts'
import type { StoredRun } from './runs.repository.ts'
import { findRun, startAttempt } from './runs.repository.ts'

export type RunAttempt = AttemptOf<RunJobs, `run-${RunKind}`>

/** How one kind of run is worked on and failed. */
export interface RunKindHandler {
  /**
   * Makes one attempt: does the work and ends the run, in one transaction with `attempt.complete`, or postpones the attempt.
   * Doing it twice changes nothing.
   */
  work(run: StoredRun, attempt: RunAttempt): Promise<void>
  /** Ends a run that is not tried again, and gives its credits back. One that has ended is left as it is. */
  fail(trx: Trx, run: StoredRun, message: string | undefined): Promise<void>
  readonly messages: FailureMessages
}

export interface HandlerDependencies {
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
    'fail-run': (attempt) => handleDeadLetter(dependencies, attempt),
  }
}

/**
 * Makes one attempt of a run. One that fails is retried by the queue, or postponed; the last one ends as failed in ONE
 * transaction with its job, so that the run ends whatever happens.
 */
async function handleRun(
  { db, logger, announce }: HandlerDependencies,
  handler: RunKindHandler,
  attempt: RunAttempt,
): Promise<void> {
  const run = await startAttempt(db, attempt.data.run_id, attempt.number)
  if (!run) return
  try {
    await handler.work(run, attempt)
  } catch (error) {
    const decision = decideOnFailure(error, attempt, handler.messages)
    if (decision.kind === 'retry') throw error
    const { id: run_id, kind } = run
    logFailure(logger, { err: error, run_id, kind, decision: decision.kind }, 'an attempt of a run failed')
    await db.transaction().execute(async (trx) => {
      if (decision.kind === 'postpone') return attempt.postpone(trx, decision.seconds)
      await handler.fail(trx, run, decision.message)
      await attempt.complete(trx)
    })
  }
  announce(run.subject_id)
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
