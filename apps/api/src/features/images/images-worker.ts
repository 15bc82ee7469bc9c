import type { RunWorker } from '#features/runs/index.ts'
import { MESSAGES } from './decide-on-failed-images.ts'
import { endImages } from './end-images.ts'
import type { WorkDependencies } from './work-on-images.ts'
import { workOnImages } from './work-on-images.ts'

/** Does the runs of images. */
export function createImagesWorker(dependencies: WorkDependencies): RunWorker {
  return {
    messages: MESSAGES,
    work: (run, attempt) => workOnImages(dependencies, run, attempt),
    fail: (trx, run, reason) => endImages(trx, dependencies, { run, reason }),
  }
}
