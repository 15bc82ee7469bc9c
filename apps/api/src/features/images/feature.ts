import type { DeletedWorkspace, Feature } from '#features/feature.ts'
import { fitPicture, inspectFile, lookAtStyle } from '#features/media/index.ts'
import type { ImageModel } from '#image-models/port.ts'
import type { JobHandlers } from '#jobs/worker.ts'
import { giveUpImageGeneration } from './give-up-image-generation.ts'
import type { ImageJobs } from './jobs.ts'
import { findImageGenerationUse } from './media-uses.repository.ts'
import { purgeImageGenerations } from './purge-image-generations.ts'
import type { ImageDependencies } from './routes.ts'
import { createImageRoutes } from './routes.ts'
import type { RunImagesDependencies } from './run-image-generation.ts'
import { runImageGeneration } from './run-image-generation.ts'

interface ImageParts
  extends
    ImageDependencies,
    Omit<RunImagesDependencies, 'models' | 'sandboxModel' | 'inspect' | 'fit' | 'lookAtStyle'> {
  readonly imageModels: RunImagesDependencies['models']
  /** Draws in the sandbox. */
  readonly builtInImageModel: ImageModel
}

/** Generated images. */
export function createImages(parts: ImageParts) {
  const running: RunImagesDependencies = {
    ...parts,
    models: parts.imageModels,
    sandboxModel: parts.builtInImageModel,
    inspect: inspectFile,
    fit: fitPicture,
    lookAtStyle: (options) => lookAtStyle(parts, options),
  }
  const jobs: JobHandlers<ImageJobs> = {
    'run-image-generation': (attempt) => runImageGeneration(running, attempt),
    'fail-image-generation': (attempt) => giveUpImageGeneration(parts, attempt),
  }
  return {
    routes: { images: createImageRoutes(parts) },
    jobs,
    findMediumUse: findImageGenerationUse,
    purgeInBatches: (workspace: DeletedWorkspace) => purgeImageGenerations(parts, workspace),
  } satisfies Feature
}
