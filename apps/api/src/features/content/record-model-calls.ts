import type { Db } from '#db/types.ts'
import type { ModelUsage } from '#models/port.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { Logger } from '#shared/logger.ts'

interface RecordOptions {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  /** What the calls are made for. */
  readonly of: { readonly generation_id: string } | { readonly image_generation_id: string }
  readonly attempt: number
}

/**
 * Keeps what each call of a model's vendor cost. A record that cannot be kept is logged and does not stop the writing:
 * the call was made and paid for already.
 */
export function recordModelCalls({ db, clock, logger, of, attempt }: RecordOptions) {
  return (usage: ModelUsage): void => {
    logger.info({ ...of, attempt, ...usage }, 'model call')
    const call = {
      id: makeId(clock),
      generation_id: null,
      image_generation_id: null,
      ...of,
      attempt,
      model: usage.model,
      input_tokens: usage.inputTokens,
      output_tokens: usage.outputTokens,
      duration_ms: Math.round(usage.durationMs),
      created_at: clock.now(),
    }
    db.insertInto('model_calls')
      .values(call)
      .execute()
      .catch((err: unknown) => logger.warn({ err, ...of }, 'a model call was not recorded'))
  }
}
