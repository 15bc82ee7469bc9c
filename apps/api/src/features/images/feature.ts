import type { DeletedWorkspace, Feature } from '#features/feature.ts'
import { fitPicture, inspectFile, lookAtLogo, lookAtStyle } from '#features/media/index.ts'
import type { RunKindHandler } from '#features/runs/index.ts'
import type { ImageModel } from '#image-models/port.ts'
import { findMediumUse } from './find-medium-use.ts'
import { createImagesHandler } from './handle-images.ts'
import { purgeImageGenerations } from './purge-image-generations.ts'
import type { ImageDependencies } from './routes.ts'
import { createImageRoutes } from './routes.ts'
import type { WorkDependencies } from './work-on-images.ts'

type Given = 'announce' | 'models' | 'sandboxModel' | 'inspect' | 'fit' | 'lookAtStyle' | 'lookAtLogo'

interface ImageParts extends ImageDependencies, Omit<WorkDependencies, Given> {
  readonly imageModels: WorkDependencies['models']
  /** Draws in the sandbox. */
  readonly builtInImageModel: ImageModel
}

/** Generated images. */
export function createImages(parts: ImageParts) {
  return {
    routes: { images: createImageRoutes(parts) },
    runHandler: createImagesHandler({
      ...parts,
      announce: parts.feed.announce,
      models: parts.imageModels,
      sandboxModel: parts.builtInImageModel,
      inspect: inspectFile,
      fit: fitPicture,
      lookAtStyle: (options) => lookAtStyle(parts, options),
      lookAtLogo: (options) => lookAtLogo(parts, options),
    }),
    findMediumUse,
    purgeInBatches: (workspace: DeletedWorkspace) =>
      purgeImageGenerations({ ...parts, models: parts.imageModels }, workspace),
  } satisfies Feature & { readonly runHandler: RunKindHandler }
}
