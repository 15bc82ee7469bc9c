import type { DeletedWorkspace, Feature } from '#features/feature.ts'
import { inspectFile, lookAtLogo, lookAtSource } from '#features/media/index.ts'
import type { RunKindHandler } from '#features/runs/index.ts'
import type { RenderingVideoModel } from '#video-models/port.ts'
import { findMediumUse } from './find-medium-use.ts'
import { createVideosHandler } from './handle-videos.ts'
import { purgeVideoGenerations } from './purge-video-generations.ts'
import type { VideoDependencies } from './routes.ts'
import { createVideoRoutes } from './routes.ts'
import type { WorkDependencies } from './work-on-videos.ts'

type Given = 'announce' | 'models' | 'sandboxModel' | 'inspect' | 'lookAtSource' | 'lookAtLogo'

interface VideoParts extends VideoDependencies, Omit<WorkDependencies, Given> {
  readonly videoModels: WorkDependencies['models']
  /** Makes videos in the sandbox. */
  readonly builtInVideoModel: RenderingVideoModel
}

/** Generated videos. */
export function createVideos(parts: VideoParts) {
  return {
    routes: { videos: createVideoRoutes(parts) },
    runHandler: createVideosHandler({
      ...parts,
      announce: parts.feed.announce,
      models: parts.videoModels,
      sandboxModel: parts.builtInVideoModel,
      inspect: inspectFile,
      lookAtSource: (options) => lookAtSource(parts, options),
      lookAtLogo: (options) => lookAtLogo(parts, options),
    }),
    findMediumUse,
    purgeInBatches: (workspace: DeletedWorkspace) =>
      purgeVideoGenerations({ ...parts, models: parts.videoModels }, workspace),
  } satisfies Feature & { readonly runHandler: RunKindHandler }
}
