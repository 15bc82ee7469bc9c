import type { ReportDependencies, StoredRun } from '#features/runs/index.ts'
import { insertEvent, lockIfProcessing } from '#features/runs/index.ts'
import type { Logger } from '#shared/logger.ts'
import type { StartTimer } from '#shared/timer.ts'

export interface SilenceDependencies extends ReportDependencies {
  readonly startTimer: StartTimer
  readonly logger: Logger
}

/** How long a model may take to finish its first caption before its run's events say so. */
const SILENCE_SECONDS = 20

const MESSAGE = 'The text model has not finished a caption yet.'

/** Reports once that a model takes long, unless it is stopped before. Answers how to stop it. */
export function reportSilence(
  { db, clock, announce, startTimer, logger }: SilenceDependencies,
  { run, attempt }: { readonly run: StoredRun; readonly attempt: number },
): () => void {
  const report = async () => {
    await db.transaction().execute(async (trx) => {
      if (!(await lockIfProcessing(trx, run.id))) return
      const data = { status: 'processing', attempt, reason: 'silent', message: MESSAGE } as const
      await insertEvent(trx, { run, event: { event: 'waiting', data }, attempt, at: clock.now() })
    })
    announce(run.subject_id)
  }
  return startTimer(SILENCE_SECONDS * 1000, () => {
    report().catch((err: unknown) => logger.warn({ err, run_id: run.id }, 'a silence was not reported'))
  })
}
