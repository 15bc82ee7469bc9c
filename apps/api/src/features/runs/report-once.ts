import type { Db, RunEvent } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { findLastEvent, insertEvent } from './run-events.repository.ts'
import type { StoredRun } from './runs.repository.ts'
import { lockIfProcessing } from './runs.repository.ts'

export interface ReportDependencies {
  readonly db: Db
  readonly clock: Clock
  /** Notifies those who watch the subject in this process. */
  readonly announce: (subjectId: string) => void
}

interface ReportOptions {
  readonly run: StoredRun
  /** The number of the attempt that reports it. */
  readonly attempt: number
  readonly event: RunEvent
}

/** Reports an event, once a run: a further attempt comes through the same again. Nothing when the run has ended. */
export async function reportOnce(
  { db, clock, announce }: ReportDependencies,
  { run, attempt, event }: ReportOptions,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await lockIfProcessing(trx, run.id))) return
    if (await findLastEvent(trx, { runId: run.id, event: event.event })) return
    await insertEvent(trx, { run, event, attempt, at: clock.now() })
  })
  announce(run.subject_id)
}
