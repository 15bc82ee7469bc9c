import type { Trx } from '#db/types.ts'
import type { MediaLinks } from '#features/media/index.ts'
import type { StoredRun } from '#features/runs/index.ts'
import { endRun, isFirstRun, lockIfProcessing } from '#features/runs/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { BriefReview, ImageModel } from '#image-models/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { ImageModelName, Warning } from '@powerpost/contract'
import { DEFAULT_MESSAGE } from './decide-on-failed-images.ts'
import {
  findImageGenerationOfRun,
  lockImageGenerationOfRun,
  updateImageGenerationEnd,
} from './image-generations.repository.ts'
import { failPendingImages, findDrawnMedia, findFailures } from './images.repository.ts'
import { toImage } from './present-image-generation.ts'
import { reviewRun } from './review-run.ts'

export interface EndDependencies {
  readonly clock: Clock
  readonly recordEvent: RecordEvent
  readonly mediaLinks: MediaLinks
  readonly models: Readonly<Record<ImageModelName, ImageModel>>
}

interface EndOptions {
  readonly run: StoredRun
  /** The reason shown to the caller for images that were not generated. What really happened is in the log. */
  readonly reason?: string | undefined
  /** What did not get into the brief. */
  readonly warnings?: readonly Warning[]
}

/**
 * Ends a run of images, once, however often it is called: as `completed` when all its images are there, else as `failed`, with the
 * good ones kept and the credits of the others given back. What the model could not do is warned of, and costs nothing, even if
 * something else was drawn. Notifies listeners. An image that a regeneration did not draw stays as it was.
 */
export async function endImages(
  trx: Trx,
  { clock, recordEvent, mediaLinks, models }: EndDependencies,
  { run, reason = DEFAULT_MESSAGE, warnings: ofBrief = [] }: EndOptions,
): Promise<void> {
  const { id: runId, subject_id: id, workspace_id: workspaceId, livemode } = run
  if (!(await lockImageGenerationOfRun(trx, id)) || !(await lockIfProcessing(trx, runId))) return
  await failPendingImages(trx, runId, reason)
  const review = reviewRun(models, run, await findImageGenerationOfRun(trx, id))
  const warnings = review ? [review.warning, ...ofBrief] : ofBrief
  const failure = toFailure(run, await findFailures(trx, runId), review)
  const refund = review && { credits: run.credits_used, reason: `Not done: ${review.warning.message}` }
  const drawn = await findDrawnMedia(trx, id, runId)
  const images = drawn.map((medium) => toImage(medium, mediaLinks))
  const at = clock.now()
  await updateImageGenerationEnd(trx, { id, status: failure && isFirstRun(run) ? 'failed' : 'completed', at })
  const webhook = { image_generation_id: id, images }
  if (!failure) {
    const status = 'completed'
    await endRun(
      trx,
      { clock },
      {
        run,
        at,
        warnings,
        ...(refund && { refund }),
        event: { event: 'completed', data: { status, images: drawn } },
      },
    )
    const data = { ...webhook, status } as const
    return recordEvent(trx, { event: 'image_generation.completed', workspaceId, livemode, data })
  }
  const error = { status: 'failed', error_code: failure.code, error_message: failure.message } as const
  await endRun(
    trx,
    { clock },
    {
      run,
      at,
      warnings,
      failure,
      event: { event: 'failed', data: { ...error, images: drawn } },
    },
  )
  const data = { ...webhook, ...error }
  await recordEvent(trx, { event: 'image_generation.failed', workspaceId, livemode, data })
}

function toFailure(run: StoredRun, images: readonly (string | null)[], review: BriefReview | undefined) {
  const failures = images.filter((failure) => failure !== null)
  if (failures.length === 0) return undefined
  return {
    code: 'IMAGE_GENERATION_FAILED',
    message: describeFailures(failures, images.length),
    refund: review ? run.credits_used : (run.credits_used / images.length) * failures.length,
  } as const
}

function describeFailures(failures: readonly string[], count: number): string {
  const reasons = [...new Set(failures)].join(' ')
  if (failures.length === count) return `${reasons} The credits were refunded.`
  return `${failures.length} of ${count} images failed, and their credits were refunded. ${reasons}`
}
