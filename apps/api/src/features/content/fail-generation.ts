import type { Trx } from '#db/types.ts'
import { refundCredits } from '#features/account/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { Clock } from '#shared/clock.ts'
import { markFailed } from './generations.repository.ts'
import { appendEvent } from './progress/events.repository.ts'

const DEFAULT_MESSAGE = 'The captions could not be written. The credits were given back; please try again.'

interface FailDependencies {
  readonly clock: Clock
  readonly recordEvent: RecordEvent
}

interface FailOptions {
  readonly id: string
  /** For the caller: what really happened is in the log. */
  readonly message?: string | undefined
}

/**
 * Ends a generation that still runs as `failed`, gives its credits back and tells listeners, once, however often it is called.
 */
export async function failGeneration(
  trx: Trx,
  { clock, recordEvent }: FailDependencies,
  { id, message = DEFAULT_MESSAGE }: FailOptions,
): Promise<void> {
  const at = clock.now()
  const failed = await markFailed(trx, { id, message, completedAt: at })
  if (!failed) return
  const data = { status: 'failed', error_code: failed.error_code, error_message: message } as const
  await appendEvent(trx, { generationId: id, progress: { event: 'failed', data }, at })
  await refundCredits(trx, {
    accountId: failed.account_id,
    livemode: failed.livemode,
    amount: failed.credits_used,
    operation: { type: 'generation', id },
    clock,
  })
  await recordEvent(trx, {
    event: 'generation.failed',
    workspaceId: failed.workspace_id,
    livemode: failed.livemode,
    data: { generation_id: id, ...data },
  })
}
