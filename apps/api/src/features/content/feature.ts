import type { DeletedWorkspace, Feature } from '#features/feature.ts'
import { lookAtMedium, openVideo } from '#features/media/index.ts'
import type { RunKindHandler } from '#features/runs/index.ts'
import type { Storage } from '#storage/port.ts'
import { createCaptionsHandler } from './handle-captions.ts'
import { findMediumUse } from './find-medium-use.ts'
import { purgeGenerations } from './purge-generations.ts'
import type { ContentDependencies } from './routes.ts'
import { createContentRoutes } from './routes.ts'
import type { WorkDependencies } from './work-on-captions.ts'

interface ContentParts extends ContentDependencies, Omit<WorkDependencies, 'announce' | 'look' | 'openVideo'> {
  readonly textWaitSeconds: number
  readonly storage: Storage
  /** Absent: there is none on this machine. */
  readonly ffmpeg: string | undefined
}

/** Captions. */
export function createContent(parts: ContentParts) {
  return {
    routes: { content: createContentRoutes(parts) },
    runHandler: createCaptionsHandler({
      ...parts,
      announce: parts.feed.announce,
      look: (options) => lookAtMedium(parts, options),
      openVideo: (options) => openVideo(parts, options),
    }),
    findMediumUse,
    purgeInBatches: (workspace: DeletedWorkspace) => purgeGenerations(parts, workspace),
  } satisfies Feature & { readonly runHandler: RunKindHandler }
}
