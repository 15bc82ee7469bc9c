import type { DueLanes, LeaseWorker } from '#jobs/lease-worker.ts'
import { createLeaseWorker } from '#jobs/lease-worker.ts'
import type { WorkOutcome } from '#jobs/slots.ts'
import type { Metrics } from '#shared/metrics.ts'
import { AdaptiveSlots } from './adaptive-slots.ts'
import type { ClaimedDelivery } from './claims.repository.ts'
import { claimDeliveries, findWaitingEndpoints, giveBack } from './claims.repository.ts'
import type { RecordDependencies } from './record.ts'
import { recordAttempt, recordDisabled } from './record.ts'
import type { SendDependencies } from './send.ts'
import { sendDelivery } from './send.ts'

export type DelivererDependencies = SendDependencies & RecordDependencies & { readonly metrics: Metrics }

/** Longer than an attempt and its record may take. After it, another process takes over from one that died. */
const LEASE_MS = 30_000

const POLL_EVERY_MS = 1_000

/**
 * Creates the worker that sends what waits for endpoints. An endpoint is a lane: neither a slow one nor a long queue of one
 * holds up another.
 */
export function createDeliverer(dependencies: DelivererDependencies): LeaseWorker {
  const { db, clock, logger, metrics } = dependencies
  return createLeaseWorker<ClaimedDelivery>({
    name: 'webhook deliveries',
    logger,
    metrics,
    startTimer: clock.startTimer,
    pollEveryMs: POLL_EVERY_MS,
    slots: new AdaptiveSlots(),
    laneOf: ({ endpointId }) => endpointId,
    async findDueLanes(): Promise<DueLanes> {
      const waiting = await findWaitingEndpoints(db)
      const now = clock.now().getTime()
      const due = waiting.filter(({ dueAt }) => dueAt.getTime() <= now)
      // They come in the order in which they are due.
      const next = waiting[due.length]
      return { lanes: due.map(({ endpointId }) => endpointId), nextInMs: next && next.dueAt.getTime() - now }
    },
    claim({ slots }) {
      const now = clock.now()
      return claimDeliveries(db, { slots, now, leaseUntil: new Date(now.getTime() + LEASE_MS) })
    },
    run: (delivery, { signal }) => deliver(dependencies, delivery, signal),
    giveBack: (delivery) => giveBack(db, delivery, clock.now()),
    async onError({ id }, err) {
      logger.warn({ err, delivery_id: id }, 'a webhook delivery could not be made or recorded')
    },
  })
}

async function deliver(
  dependencies: DelivererDependencies,
  delivery: ClaimedDelivery,
  signal: AbortSignal,
): Promise<WorkOutcome> {
  if (delivery.disabled) {
    await recordDisabled(dependencies.db, delivery)
    return 'failed'
  }
  const sent = await sendDelivery(delivery, dependencies, signal)
  await recordAttempt(dependencies, { delivery, sent })
  return sent.outcome === 'delivered' ? 'succeeded' : 'failed'
}
