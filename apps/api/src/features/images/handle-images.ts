import type { RunKindHandler } from '#features/runs/index.ts'
import { MESSAGES } from './decide-on-failed-images.ts'
import { endImages } from './end-images.ts'
import type { WorkDependencies } from './work-on-images.ts'
import { workOnImages } from './work-on-images.ts'

/** Does the runs of images. */
export function createImagesHandler(dependencies: WorkDependencies): RunKindHandler {
  return {
    messages: MESSAGES,
    work: (run, attempt) => workOnImages(dependencies, run, attempt),
    fail: (trx, run, reason) => endImages(trx, dependencies, { run, reason }),
  }
}
