export { createRuns } from './feature.ts'
export { acceptRun } from './accept-run.ts'
export type { AcceptDependencies } from './accept-run.ts'
export { decideOnFailure, logFailure } from './decide-on-failure.ts'
export type { FailureMessages } from './decide-on-failure.ts'
export { endRun } from './end-run.ts'
export { enhanceOnce } from './enhance-once.ts'
export type { EnhanceDependencies, Enhancement } from './enhance-once.ts'
export type { RunAttempt, RunKindHandler, TimedAttempt } from './handle-runs.ts'
export { purgeRuns } from './purge-runs.ts'
export { recordModelCalls } from './record-model-calls.ts'
export type { RecordDependencies } from './record-model-calls.ts'
export { reportOnce } from './report-once.ts'
export type { ReportDependencies } from './report-once.ts'
export { findLastEvent, insertEvent, insertEvents } from './run-events.repository.ts'
export type { StoredEvent, TimedEvent } from './run-events.repository.ts'
export {
  countRuns,
  findLastRegeneration,
  isFirstRun,
  lockIfProcessing,
  selectFirstRuns,
  selectRunsOf,
} from './runs.repository.ts'
export type { PartialRefund, StoredRun } from './runs.repository.ts'
export { createRunFeed } from './watch/run-feed.ts'
export type { RunFeed } from './watch/run-feed.ts'
export { sendRunEvents } from './watch/send-run-events.ts'
export type { SendDependencies } from './watch/send-run-events.ts'
export { watchRun } from './watch/watch-run.ts'
export type { WatchDependencies, WatchOptions } from './watch/watch-run.ts'
