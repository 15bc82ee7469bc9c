export { createPauses } from './feature.ts'
export { findPausesOf, laneOf } from './find-pause.ts'
export type { Pause } from './find-pause.ts'
export { MAX_PAUSE_MS, recordPause } from './record-pause.ts'
