export { createHolds } from './feature.ts'
export { findHoldsOf, laneOf } from './find-hold.ts'
export type { Hold } from './find-hold.ts'
export { MAX_HOLD_MS, recordHold } from './record-hold.ts'
