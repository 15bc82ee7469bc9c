import type { Db, Trx } from '#db/types.ts'
import type { StoredRun } from '#features/runs/index.ts'
import { purgeRuns } from '#features/runs/index.ts'
import { limitParallel } from '#shared/limit-parallel.ts'
import type { Logger } from '#shared/logger.ts'
import type { VendorVideoModel, VideoModel } from '#video-models/port.ts'
import type { VideoModelName } from '@powerpost/contract'
import { cancelJob } from './cancel-job.ts'
import type { EndDependencies } from './end-video.ts'
import { failVideo } from './end-video.ts'
import {
  deleteVideoGenerations,
  findVideoGenerationOfRun,
  lockVideoGenerationsOf,
} from './video-generations.repository.ts'
import { findVideoOfRun } from './videos.repository.ts'

interface PurgeDependencies extends EndDependencies {
  readonly db: Db
  readonly logger: Logger
  readonly models: Readonly<Record<VideoModelName, VideoModel>>
}

interface PurgeOptions {
  readonly workspaceId: string
  readonly signal: AbortSignal
}

interface OpenJob {
  readonly model: VendorVideoModel
  readonly job: string
  readonly runId: string
}

/** How long the cancellations of a batch may take together. Whatever is not cancelled by then is paid, and made for nobody. */
const CANCEL_LIMIT_MS = 60_000
const CANCELLED_AT_ONCE = 5

/**
 * Deletes the video generations of a deleted workspace. A run whose vendor was asked gives nothing back, as its vendor does not; its job
 * is cancelled after the end of the run is committed, so that nobody takes the cancellation for a failure and refunds it.
 */
export async function purgeVideoGenerations(
  dependencies: PurgeDependencies,
  { workspaceId, signal }: PurgeOptions,
): Promise<void> {
  const open: OpenJob[] = []
  await purgeRuns({
    db: dependencies.db,
    async fail(trx, run, reason) {
      await failVideo(trx, dependencies, { run, reason, isCallersDoing: true })
      const job = await findOpenJob(trx, dependencies, run)
      if (job) open.push(job)
    },
    lockSubjects: (trx, limit) => lockVideoGenerationsOf(trx, workspaceId, limit),
    deleteSubjects: deleteVideoGenerations,
    afterBatch: () => cancelJobs(dependencies, open.splice(0), signal),
    signal,
  })
}

async function findOpenJob(trx: Trx, { models }: PurgeDependencies, run: StoredRun): Promise<OpenJob | undefined> {
  const { vendor_job: job, served_by: servedBy } = await findVideoOfRun(trx, run.id)
  const model = models[(await findVideoGenerationOfRun(trx, run.subject_id)).model]
  if (job === null || model.builtIn || model.name !== servedBy) return undefined
  return { model, job, runId: run.id }
}

async function cancelJobs(
  dependencies: PurgeDependencies,
  jobs: readonly OpenJob[],
  stopped: AbortSignal,
): Promise<void> {
  if (jobs.length === 0) return
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(CANCEL_LIMIT_MS)])
  const inTurn = limitParallel(CANCELLED_AT_ONCE)
  await Promise.all(jobs.map((job) => inTurn(() => cancelJob(dependencies, { ...job, signal }))))
}
