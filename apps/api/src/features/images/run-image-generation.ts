import { recordModelCalls } from '#features/content/index.ts'
import type { ImageModel } from '#image-models/port.ts'
import type { AttemptOf } from '#jobs/worker.ts'
import type { ImageModelName } from '@powerpost/contract'
import type { DrawDependencies } from './draw-image.ts'
import { drawImage } from './draw-image.ts'
import type { EndDependencies } from './end-image-generation.ts'
import { endImageGeneration } from './end-image-generation.ts'
import { findImageGenerationToRun } from './image-generations.repository.ts'
import { findPendingImages } from './images.repository.ts'
import type { ImageJobs } from './jobs.ts'
import type { PrepareDependencies } from './prepare-brief.ts'
import { prepareBrief } from './prepare-brief.ts'
import type { FailedImage } from './settle-failures.ts'
import { settleFailures } from './settle-failures.ts'

export interface RunImagesDependencies extends PrepareDependencies, DrawDependencies, EndDependencies {
  readonly models: Readonly<Record<ImageModelName, ImageModel>>
  /** Draws in the sandbox, whatever draws in live mode: the same for the same request, and at nobody's cost. */
  readonly sandboxModel: ImageModel
}

/**
 * Draws the images of a generation that are missing, each by itself, and ends it once none is to be tried again. An attempt
 * that dies in the middle leaves what it drew to the next.
 */
export async function runImageGeneration(
  dependencies: RunImagesDependencies,
  attempt: AttemptOf<ImageJobs, 'run-image-generation'>,
): Promise<void> {
  const { db, clock, logger, models, sandboxModel } = dependencies
  const generation = await findImageGenerationToRun(db, attempt.data.image_generation_id)
  if (!generation) return
  const { id } = generation
  const { signal } = attempt
  const model = generation.livemode ? models[generation.model] : sandboxModel
  const of = { image_generation_id: id }
  const onUsage = recordModelCalls({ db, clock, logger, of, attempt: attempt.number })
  const pending = await findPendingImages(db, id)
  const brief = await prepareBrief(dependencies, { generation, model, signal, onUsage })
  const drawn = await Promise.all(
    pending.map(async (image): Promise<FailedImage[]> => {
      try {
        await drawImage(dependencies, { generation, image, brief, model, signal, onUsage })
        return []
      } catch (error) {
        return [{ image, error }]
      }
    }),
  )
  if (await settleFailures(dependencies, drawn.flat(), attempt)) return
  await db.transaction().execute(async (trx) => {
    await endImageGeneration(trx, dependencies, { id })
    await attempt.complete(trx)
  })
}
