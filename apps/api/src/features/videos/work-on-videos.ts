import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Scratch } from '#features/media/index.ts'
import { hasRoomForVideo } from '#features/media/index.ts'
import type { RecordDependencies, ReportDependencies, RunAttempt, StoredRun } from '#features/runs/index.ts'
import { recordModelCalls, reportOnce } from '#features/runs/index.ts'
import type { RenderingVideoModel, VendorVideoModel } from '#video-models/port.ts'
import type { Warning } from '@powerpost/contract'
import { failVideo } from './end-video.ts'
import type { FollowDependencies } from './follow-vendor.ts'
import { followVendor, untilNextLook } from './follow-vendor.ts'
import { CHANGED_MESSAGE, FULL_MESSAGE, LOST_MESSAGE, SOURCE_MESSAGE } from './messages.ts'
import type { PrepareDependencies } from './prepare-brief.ts'
import { prepareBrief } from './prepare-brief.ts'
import { reviewRun } from './review-run.ts'
import { saveVideo } from './save-video.ts'
import { submitVideo } from './submit-video.ts'
import type { StoredVideoGeneration } from './video-generations.repository.ts'
import { findVideoGenerationOfRun } from './video-generations.repository.ts'
import type { StoredVideo } from './videos.repository.ts'
import { findVideoOfRun } from './videos.repository.ts'

export interface WorkDependencies
  extends RecordDependencies, ReportDependencies, PrepareDependencies, FollowDependencies {
  readonly scratch: Scratch
  /** Makes videos in the sandbox, whatever makes them in live mode: the same for the same request, and at nobody's cost. */
  readonly sandboxModel: RenderingVideoModel
}

interface Work {
  readonly run: StoredRun
  readonly generation: StoredVideoGeneration
  readonly video: StoredVideo
  readonly attempt: RunAttempt
}

/**
 * Makes one attempt of a run of a video. The built-in model renders it at once. A vendor is asked, and its job recorded; every later
 * attempt looks how far that job is, whichever process makes it.
 */
export async function workOnVideos(dependencies: WorkDependencies, run: StoredRun, attempt: RunAttempt): Promise<void> {
  const { db, models, sandboxModel } = dependencies
  const generation = await findVideoGenerationOfRun(db, run.subject_id)
  const video = await findVideoOfRun(db, run.id)
  const work = { run, generation, video, attempt }
  const event = { event: 'generating', data: { status: 'processing' } } as const
  await reportOnce(dependencies, { run, attempt: attempt.number, event })
  const review = reviewRun(models, run, generation)
  if (review && !review.isMade) {
    return failNow(dependencies, work, review.warning.message, { warnings: [review.warning] })
  }
  const model = generation.livemode ? models[generation.model] : sandboxModel
  return model.builtIn ? renderNow(dependencies, work, model) : askVendor(dependencies, work, model)
}

async function renderNow(dependencies: WorkDependencies, work: Work, model: RenderingVideoModel): Promise<void> {
  const { run, generation, attempt } = work
  // A vendor may be paid for it.
  if (work.video.submitting_since !== null) return failNow(dependencies, work, CHANGED_MESSAGE)
  const brief = await prepare(dependencies, work, model)
  if (!brief) return failNow(dependencies, work, SOURCE_MESSAGE)
  await dependencies.scratch.use(async (directory) => {
    const { path, warnings } = await model.render(brief, { directory, signal: attempt.signal })
    const { size: maxBytes } = await stat(path)
    const stream = createReadStream(path)
    await saveVideo(dependencies, { run, generation, model, warnings, stream, maxBytes, attempt })
  })
}

async function askVendor(dependencies: WorkDependencies, work: Work, model: VendorVideoModel): Promise<void> {
  const { run, generation, video, attempt } = work
  if (video.submitting_since !== null && video.served_by !== model.name) {
    return failNow(dependencies, work, CHANGED_MESSAGE)
  }
  if (video.vendor_job !== null && video.submitted_at !== null) {
    const { vendor_job: job, submitted_at: submittedAt } = video
    const look = await followVendor(dependencies, { run, generation, model, job, submittedAt, attempt })
    if (look.kind === 'fail') return failNow(dependencies, work, look.reason, look)
    if (look.kind === 'again') await lookAgain(dependencies, attempt, untilNextLook(dependencies, submittedAt))
    return
  }
  if (video.submitting_since !== null) return failNow(dependencies, work, LOST_MESSAGE)
  // It may have filled up while the run waited, and nothing is paid yet.
  if (!(await hasRoomForVideo(dependencies.db, run.account_id))) return failNow(dependencies, work, FULL_MESSAGE)
  const brief = await prepare(dependencies, work, model)
  if (!brief) return failNow(dependencies, work, SOURCE_MESSAGE)
  const onUsage = recordModelCalls(dependencies, { run, attempt: attempt.number })
  const { number, signal } = attempt
  const submission = await submitVideo(dependencies, { run, attempt: number, model, brief, onUsage, signal })
  if (submission === 'lost') return failNow(dependencies, work, LOST_MESSAGE)
  await lookAgain(dependencies, attempt, untilNextLook(dependencies, dependencies.clock.now()))
}

function prepare(
  dependencies: WorkDependencies,
  { run, generation, video, attempt }: Work,
  model: RenderingVideoModel | VendorVideoModel,
) {
  const onUsage = recordModelCalls(dependencies, { run, attempt: attempt.number })
  return prepareBrief(dependencies, { run, seed: video.seed, generation, model, signal: attempt.signal, onUsage })
}

/** Puts the job off until the next look at a vendor, which is no attempt of its own. */
async function lookAgain({ db }: WorkDependencies, attempt: RunAttempt, seconds: number): Promise<void> {
  await db.transaction().execute((trx) => attempt.postpone(trx, seconds, { counts: false }))
}

interface FailureDetails {
  readonly warnings?: readonly Warning[]
  readonly isCallersDoing?: boolean
}

async function failNow(
  dependencies: WorkDependencies,
  { run, attempt }: Work,
  reason: string | undefined,
  { warnings = [], isCallersDoing = false }: FailureDetails = {},
): Promise<void> {
  await dependencies.db.transaction().execute(async (trx) => {
    await failVideo(trx, dependencies, { run, reason, warnings, isCallersDoing })
    await attempt.complete(trx)
  })
}
