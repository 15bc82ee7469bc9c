import { toUploadRefusal } from '#features/media/index.ts'
import type { RunAttempt, StoredRun } from '#features/runs/index.ts'
import { decideOnFailure, logFailure } from '#features/runs/index.ts'
import { ModelError } from '#models/port.ts'
import type { GuardedStream } from '#outbound/index.ts'
import { OutboundError } from '#outbound/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { VendorVideoModel } from '#video-models/port.ts'
import { cancelJob } from './cancel-job.ts'
import { MESSAGES } from './messages.ts'
import type { SaveDependencies } from './save-video.ts'
import { saveVideo } from './save-video.ts'
import { failsAt, isLost, nextLookSeconds } from './time-limit.ts'
import type { StoredVideoGeneration } from './video-generations.repository.ts'

export interface FollowDependencies extends SaveDependencies {
  /** Reads a file from the address that a vendor named: from public addresses alone, and none beyond the largest that is taken. */
  readonly download: GuardedStream
}

interface FollowOptions {
  readonly run: StoredRun
  readonly generation: StoredVideoGeneration
  readonly model: VendorVideoModel
  /** What the vendor calls it. */
  readonly job: string
  readonly submittedAt: Date
  readonly attempt: RunAttempt
}

interface FailedLook {
  readonly kind: 'fail'
  readonly reason: string | undefined
  /** The caller's storage is full: the video is paid for, and there is no place for it. @default false */
  readonly isCallersDoing?: boolean
}

/** What came of a look: the run has ended, it is looked at again, or it cannot become anything. */
export type Look = { readonly kind: 'ended' | 'again' } | FailedLook

/**
 * Looks how far a vendor's job is, and keeps its video when it is done. Whatever goes wrong on the way is looked at again until the time
 * is up: the video is paid for.
 */
export async function followVendor(dependencies: FollowDependencies, options: FollowOptions): Promise<Look> {
  const { clock, logger } = dependencies
  const { run, model, job, submittedAt, attempt } = options
  try {
    const progress = await model.check(job, attempt.signal)
    if (progress.state === 'ready') {
      await keep(dependencies, options, progress.url)
      return { kind: 'ended' }
    }
    if (progress.state === 'failed') {
      const { failure, said } = progress
      logger.warn({ run_id: run.id, job, failure, said: said.slice(0, LONGEST_TEXT) }, 'a video vendor made nothing')
      return { kind: 'fail', reason: MESSAGES[failure] }
    }
    if (progress.state === 'unknown' && isLost(submittedAt, clock.now())) {
      logger.error({ run_id: run.id, job }, 'a video vendor does not know its job')
      return { kind: 'fail', reason: MESSAGES.unusable }
    }
  } catch (error) {
    attempt.signal.throwIfAborted()
    const decision = decide(error, attempt)
    logFailure(logger, { err: error, run_id: run.id, decision: decision.kind }, 'a look at a video vendor failed')
    if (decision.kind === 'fail') {
      return { kind: 'fail', reason: decision.message, isCallersDoing: isFull(error) }
    }
  }
  if (clock.now() < failsAt(submittedAt)) return { kind: 'again' }
  await cancelJob(dependencies, { model, job, runId: run.id, signal: attempt.signal })
  return { kind: 'fail', reason: MESSAGES.silent }
}

/** Seconds until the next look. */
export function untilNextLook({ clock }: FollowDependencies, submittedAt: Date): number {
  return nextLookSeconds(submittedAt, clock.now())
}

async function keep(dependencies: FollowDependencies, options: FollowOptions, url: string): Promise<void> {
  const { attempt } = options
  const request = { signal: attempt.signal, redirect: 'follow', accept: 'video/mp4, video/*;q=0.9' } as const
  await dependencies.download(url, request, async (answer) => {
    if (answer.status !== 200) throw new ModelError('down', `The file of the video answers with ${answer.status}.`)
    const length = answer.headers['content-encoding'] === undefined ? answer.headers['content-length'] : undefined
    const maxBytes = length === undefined ? undefined : Number(length)
    await saveVideo(dependencies, { ...options, stream: answer.body, maxBytes }).catch((error: unknown) => {
      throw toUploadRefusal(error)
    })
  })
}

/** As much of what a vendor says as helps to read a log. */
const LONGEST_TEXT = 500

/** Refusals of a file that no other look would change, and why they are in words for the caller. */
const UNFIT = ['UNSUPPORTED_MEDIA_TYPE', 'FILE_TOO_LARGE', 'VALIDATION_ERROR']

function isFull(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'STORAGE_QUOTA_EXCEEDED'
}

function decide(error: unknown, attempt: RunAttempt): ReturnType<typeof decideOnFailure> {
  if (isFull(error)) return { kind: 'fail', message: error.message }
  const isUnfit = error instanceof AppError && UNFIT.includes(error.code)
  if (isUnfit || (error instanceof OutboundError && error.kind === 'too_large')) {
    return { kind: 'fail', message: MESSAGES.unusable }
  }
  const decision = decideOnFailure(error, { isLast: false, signal: attempt.signal }, MESSAGES)
  // A key that was taken away may be given back, and the video is paid for.
  return error instanceof ModelError ? { kind: 'retry' } : decision
}
