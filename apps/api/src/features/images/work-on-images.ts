import type { RecordDependencies, RunAttempt, StoredRun } from '#features/runs/index.ts'
import { recordModelCalls, reportOnce } from '#features/runs/index.ts'
import type { ImageModel } from '#image-models/port.ts'
import type { FailedImage } from './decide-on-failed-images.ts'
import { decideOnFailedImages } from './decide-on-failed-images.ts'
import type { DrawDependencies } from './draw-image.ts'
import { drawImage } from './draw-image.ts'
import type { EndDependencies } from './end-images.ts'
import { endImages } from './end-images.ts'
import { findImageGenerationOfRun } from './image-generations.repository.ts'
import { findPendingImages } from './images.repository.ts'
import type { PrepareDependencies } from './prepare-brief.ts'
import { prepareBrief } from './prepare-brief.ts'
import { reviewRun } from './review-run.ts'

export interface WorkDependencies extends RecordDependencies, PrepareDependencies, DrawDependencies, EndDependencies {
  /** Draws in the sandbox, whatever draws in live mode: the same for the same request, and at nobody's cost. */
  readonly sandboxModel: ImageModel
}

/**
 * Makes one attempt of a run of images: draws those that are missing, each independently, and ends the run once none is to be
 * retried. An attempt that dies in the middle leaves what it drew to the next.
 */
export async function workOnImages(dependencies: WorkDependencies, run: StoredRun, attempt: RunAttempt): Promise<void> {
  const { db, models, sandboxModel } = dependencies
  const { number, signal } = attempt
  const generation = await findImageGenerationOfRun(db, run.subject_id)
  const model = generation.livemode ? models[generation.model] : sandboxModel
  const onUsage = recordModelCalls(dependencies, { run, attempt: number })
  const drawing = { event: 'drawing', data: { status: 'processing' } } as const
  await reportOnce(dependencies, { run, attempt: number, event: drawing })
  const review = reviewRun(models, run, generation)
  if (review && !review.isDrawn) return endWithout(dependencies, { run, attempt, reason: review.warning.message })
  const pending = await findPendingImages(db, run.id)
  const { brief, warnings } = await prepareBrief(dependencies, { run, generation, model, signal, onUsage })
  const failures = await Promise.all(
    pending.map(async (image): Promise<FailedImage[]> => {
      try {
        await drawImage(dependencies, { run, attempt: number, generation, image, brief, model, signal, onUsage })
        return []
      } catch (error) {
        return [{ image, error }]
      }
    }),
  )
  if (await decideOnFailedImages(dependencies, { run, failures: failures.flat(), attempt })) return
  await db.transaction().execute(async (trx) => {
    await endImages(trx, dependencies, { run, warnings })
    await attempt.complete(trx)
  })
}

/** Ends a run of which nothing can be drawn. Nothing was asked of a model, and nothing is charged. */
async function endWithout(
  dependencies: WorkDependencies,
  { run, attempt, reason }: { readonly run: StoredRun; readonly attempt: RunAttempt; readonly reason: string },
): Promise<void> {
  await dependencies.db.transaction().execute(async (trx) => {
    await endImages(trx, dependencies, { run, reason })
    await attempt.complete(trx)
  })
}
