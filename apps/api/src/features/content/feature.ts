import type { DeletedWorkspace, Feature } from '#features/feature.ts'
import { lookAtMedium, openVideo } from '#features/media/index.ts'
import type { JobHandlers } from '#jobs/worker.ts'
import type { Storage } from '#storage/port.ts'
import { giveUpRegeneration } from './fail-regeneration.ts'
import { giveUpGeneration } from './give-up-generation.ts'
import type { ContentJobs } from './jobs.ts'
import { findGenerationUse } from './media-uses.repository.ts'
import { createProgressFeed } from './progress/progress-feed.ts'
import { purgeGenerations } from './purge-generations.ts'
import type { ContentDependencies } from './routes.ts'
import { createContentRoutes } from './routes.ts'
import type { RunDependencies } from './run-generation.ts'
import { runGeneration } from './run-generation.ts'
import { runRegeneration } from './run-regeneration.ts'

interface ContentParts
  extends Omit<ContentDependencies, 'feed'>, Omit<RunDependencies, 'announceProgress' | 'look' | 'openVideo'> {
  readonly storage: Storage
  /** Absent: there is none on this machine. */
  readonly ffmpeg: string | undefined
}

/** Captions. */
export function createContent(parts: ContentParts) {
  const feed = createProgressFeed(parts)
  const running: RunDependencies = {
    ...parts,
    announceProgress: feed.announce,
    look: (options) => lookAtMedium(parts, options),
    openVideo: (options) => openVideo(parts, options),
  }
  const jobs: JobHandlers<ContentJobs> = {
    'run-generation': (attempt) => runGeneration(running, attempt),
    'fail-generation': (attempt) => giveUpGeneration(running, attempt),
    'run-regeneration': (attempt) => runRegeneration(running, attempt),
    'fail-regeneration': (attempt) => giveUpRegeneration(running, attempt),
  }
  return {
    routes: { content: createContentRoutes({ ...parts, feed }) },
    jobs,
    findMediumUse: findGenerationUse,
    purgeInBatches: (workspace: DeletedWorkspace) => purgeGenerations(parts, workspace),
    drain: () => feed.stop(),
  } satisfies Feature
}
