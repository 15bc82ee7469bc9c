import type { Db } from '#db/types.ts'
import { listPendingJobs } from '#jobs/pending.ts'
import type { JobQueue } from '#jobs/queue.ts'
import type { Logger } from '#shared/logger.ts'
import type { RunJobs } from './jobs.ts'
import { RUN_JOBS } from './jobs.ts'
import { lockRecovery } from './recovery.repository.ts'
import { findProcessingRuns } from './runs.repository.ts'

interface RecoverDependencies {
  readonly db: Db
  readonly queue: Pick<JobQueue<RunJobs>, 'enqueueAgain'>
  readonly logger: Logger
}

/**
 * Queues every run that is processing and has no job again: an older version queued it under another name. Processes that start
 * together do it one after the other. The attempts made so far count.
 */
export async function recoverRuns({ db, queue, logger }: RecoverDependencies): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockRecovery(trx)
    // Runs first: one that is accepted between the two reads has its job, and is not among them.
    const runs = await findProcessingRuns(trx)
    if (runs.length === 0) return
    const queued = new Set((await listPendingJobs(trx, RUN_JOBS)).map(([, { run_id }]) => run_id))
    for (const { id, kind, attempt, queue_order: order } of runs) {
      if (queued.has(id)) continue
      logger.warn({ run_id: id, kind }, 'a run had no job and is queued again')
      await queue.enqueueAgain(trx, attempt, `run-${kind}`, { run_id: id }, { order })
    }
  })
}
