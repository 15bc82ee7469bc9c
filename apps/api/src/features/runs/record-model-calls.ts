import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { Logger } from '#shared/logger.ts'
import type { Metrics } from '#shared/metrics.ts'
import type { ModelUsage } from '#shared/model-usage.ts'
import { insertModelCall } from './model-calls.repository.ts'
import type { StoredRun } from './runs.repository.ts'

export interface RecordDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
}

/**
 * Records what each call of a model's vendor cost. A record that cannot be kept is logged and does not stop the work: the call
 * was made and paid for already.
 */
export function recordModelCalls(
  { db, clock, logger, metrics }: RecordDependencies,
  { run, attempt }: { readonly run: StoredRun; readonly attempt: number },
) {
  const log = logger.child({ run_id: run.id, subject_id: run.subject_id })
  return (usage: ModelUsage): void => {
    log.info({ attempt, ...usage }, 'model call')
    metrics.countModelCall({ ...usage, seconds: usage.durationMs / 1000 })
    insertModelCall(db, {
      id: makeId(clock),
      run_id: run.id,
      attempt,
      model: usage.model,
      input_tokens: usage.inputTokens,
      output_tokens: usage.outputTokens,
      duration_ms: Math.round(usage.durationMs),
      created_at: clock.now(),
    }).catch((err: unknown) => log.warn({ err }, 'a model call was not recorded'))
  }
}
