import type { Db } from '#db/types.ts'
import type { StoredRun } from '#features/runs/index.ts'
import { insertEvent, lockIfProcessing } from '#features/runs/index.ts'
import type { ModelUsage } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { Logger } from '#shared/logger.ts'
import type { VendorVideoModel, VideoBrief } from '#video-models/port.ts'
import { cancelJob } from './cancel-job.ts'
import { failsAt } from './time-limit.ts'
import { updateNotSubmitted, updateSubmitted, updateSubmitting } from './videos.repository.ts'

export interface SubmitDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
}

interface SubmitOptions {
  readonly run: StoredRun
  /** The number of the attempt that asks. */
  readonly attempt: number
  readonly model: VendorVideoModel
  readonly brief: VideoBrief
  readonly onUsage: (usage: ModelUsage) => void
  /** Stops the cancellation of a job that is not wanted any more. The request itself goes on: its answer must not be lost. */
  readonly signal: AbortSignal
}

/** `lost`: nobody knows whether the vendor took the request. It must not be asked again: it could be paid twice. */
export type Submission = 'submitted' | 'lost'

/**
 * Asks a vendor for the video of a run, at most once: that it is asked is recorded before, and its job after. What dies between the
 * two has lost the answer.
 *
 * @throws ModelError when the vendor did not take the request: it may be asked again
 */
export async function submitVideo(
  { db, clock, logger }: SubmitDependencies,
  { run, attempt, model, brief, onUsage, signal }: SubmitOptions,
): Promise<Submission> {
  const runId = run.id
  const submissionId = makeId(clock)
  const isFirst = await db.transaction().execute(async (trx) => {
    if (!(await lockIfProcessing(trx, runId))) return false
    return updateSubmitting(trx, { runId, servedBy: model.name, submissionId, at: clock.now() })
  })
  if (!isFirst) return 'lost'
  let job: string
  try {
    job = await model.submit(brief, { onUsage })
  } catch (error) {
    if (error instanceof ModelError) {
      await updateNotSubmitted(db, runId, submissionId)
      throw error
    }
    logger.error({ err: error, run_id: runId, model: model.name }, 'the answer of a video vendor was lost')
    return 'lost'
  }
  const at = clock.now()
  const isWanted = await db.transaction().execute(async (trx) => {
    const isProcessing = await lockIfProcessing(trx, runId)
    // Kept even if the run has ended meanwhile: somebody may have to look for what was paid.
    if (!(await updateSubmitted(trx, { runId, submissionId, job, at })) || !isProcessing) return isProcessing
    const data = { status: 'processing', fails_at: failsAt(at).toISOString() } as const
    await insertEvent(trx, { run, event: { event: 'submitted', data }, attempt, at })
    return true
  })
  // Its workspace was deleted while the vendor was asked.
  if (!isWanted) await cancelJob({ logger }, { model, job, runId, signal })
  return 'submitted'
}
