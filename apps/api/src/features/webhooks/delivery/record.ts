import type { Db, Trx } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import type { WebhookAttempt } from '@powerpost/contract'
import { KEPT_ATTEMPTS } from '@powerpost/contract'
import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { failWaiting } from '../deliveries.repository.ts'
import type { ClaimedDelivery } from './claims.repository.ts'
import { claimedDelivery } from './claims.repository.ts'
import { clearFailing, disableEndpoint, markFailing } from './health.repository.ts'
import { planRetry } from './schedule.ts'
import type { SentDelivery } from './send.ts'

/** How long an endpoint may fail without a delivery that does not. */
const LONGEST_FAILING_MS = 5 * 24 * 3600_000

export interface RecordDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  /** From 0 to 1. */
  readonly random: () => number
}

interface Attempted {
  readonly delivery: ClaimedDelivery
  readonly sent: SentDelivery
}

/** Writes down how an attempt ended. One that comes after its lease, when another was begun, changes no delivery. */
export async function recordAttempt(dependencies: RecordDependencies, { delivery, sent }: Attempted): Promise<void> {
  const { db, logger } = dependencies
  if (sent.outcome === 'delivered') return recordDelivered(db, delivery, sent.attempt)
  const reason = await db.transaction().execute(async (trx) => {
    // The endpoint first: all code that changes both locks them in this order.
    const reason = await recordHealth(trx, dependencies, { delivery, sent })
    await recordFailed(trx, dependencies, { delivery, sent })
    if (reason) await failWaiting(trx, delivery.endpointId)
    return reason
  })
  if (reason) logger.warn({ endpoint_id: delivery.endpointId, reason }, 'a webhook endpoint was disabled')
}

/** Ends a delivery to an endpoint that was disabled while the delivery was being created. */
export async function recordDisabled(db: Db, delivery: ClaimedDelivery): Promise<void> {
  await claimedDelivery(db, delivery).set({ status: 'failed', next_attempt_at: null }).execute()
}

async function recordDelivered(db: Db, delivery: ClaimedDelivery, attempt: WebhookAttempt): Promise<void> {
  if (delivery.failingSince !== null) await clearFailing(db, delivery.endpointId)
  await claimedDelivery(db, delivery)
    .set({ status: 'delivered', next_attempt_at: null, attempts: withAttempt(attempt) })
    .execute()
}

/** Notes that an endpoint failed, and disables it when that is enough. Answers why it did. */
async function recordHealth(
  trx: Trx,
  { clock }: RecordDependencies,
  { delivery, sent }: Attempted,
): Promise<'gone' | 'failing' | undefined> {
  const { endpointId: id, failingSince } = delivery
  const now = clock.now()
  if (sent.outcome === 'gone') return (await disableEndpoint(trx, { id, reason: 'gone' })) ? 'gone' : undefined
  if (failingSince === null) {
    await markFailing(trx, id, now)
    return undefined
  }
  const longAgo = new Date(now.getTime() - LONGEST_FAILING_MS)
  if (failingSince > longAgo) return undefined
  return (await disableEndpoint(trx, { id, reason: 'failing', failingSince: longAgo })) ? 'failing' : undefined
}

async function recordFailed(
  trx: Trx,
  { clock, random }: RecordDependencies,
  { delivery, sent }: Attempted,
): Promise<void> {
  const failures = delivery.failures + 1
  const wait = planRetry({ failures, retryAfterMs: sent.retryAfterMs, random: random() })
  await claimedDelivery(trx, delivery)
    .set({
      status: wait === undefined ? 'failed' : 'pending',
      next_attempt_at: wait === undefined ? null : new Date(clock.now().getTime() + wait),
      failures,
      attempts: withAttempt(sent.attempt),
    })
    .execute()
}

/** The attempts with one more; the first goes when there are enough. */
function withAttempt(attempt: WebhookAttempt): RawBuilder<string> {
  return sql`case when jsonb_array_length(attempts) >= ${sql.lit(KEPT_ATTEMPTS)} then attempts - 0 else attempts end
    || ${JSON.stringify([attempt])}::jsonb`
}
