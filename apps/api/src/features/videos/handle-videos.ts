import type { RunKindHandler } from '#features/runs/index.ts'
import { failVideo } from './end-video.ts'
import { MESSAGES } from './messages.ts'
import type { WorkDependencies } from './work-on-videos.ts'
import { workOnVideos } from './work-on-videos.ts'

/** Does the runs of videos. */
export function createVideosHandler(dependencies: WorkDependencies): RunKindHandler {
  return {
    messages: MESSAGES,
    work: (run, attempt) => workOnVideos(dependencies, run, attempt),
    fail: (trx, run, reason) => failVideo(trx, dependencies, { run, reason }),
  }
}
