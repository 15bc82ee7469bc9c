import { createPoller } from '#shared/poller.ts'
import type { ClaimedDelivery } from './claims.repository.ts'
import { claimDeliveries, findWaitingEndpoints, giveBack } from './claims.repository.ts'
import { Places } from './places.ts'
import type { RecordDependencies } from './record.ts'
import { recordAttempt, recordDisabled } from './record.ts'
import type { SendDependencies } from './send.ts'
import { sendDelivery } from './send.ts'

/** Sends what waits for endpoints, in this process. */
export interface Deliverer {
  start(): void
  /** Something was written that is to be sent. */
  notify(): void
  /** Begins no more attempts, gives those under way `graceMs` to end, and gives back what has not. */
  stop(graceMs: number): Promise<void>
}

export type DelivererDependencies = SendDependencies & RecordDependencies

/** Longer than an attempt and its record may take. After it, another process takes over from one that died. */
const LEASE_MS = 30_000

/** For what nobody is woken for: retries, and the deliveries of processes that died. */
const POLL_EVERY_MS = 1_000

/**
 * Makes a deliverer. Who is due is asked of the database, endpoint by endpoint, and as many deliveries of each are claimed
 * as it has places free: neither a slow endpoint nor a long queue of one holds up another's.
 */
export function createDeliverer(dependencies: DelivererDependencies): Deliverer {
  const { db, clock, logger } = dependencies
  const places = new Places()
  const running = new Set<Promise<void>>()
  const ending = new AbortController()
  const poller = createPoller({
    everyMs: POLL_EVERY_MS,
    poll,
    onError: (err) => logger.warn({ err }, 'polling for webhook deliveries failed'),
  })

  async function poll(): Promise<void> {
    const waiting = await findWaitingEndpoints(db)
    const now = clock.now()
    const due = waiting.filter(({ dueAt }) => dueAt <= now).map(({ endpointId }) => endpointId)
    const free = places.divide(due)
    if (free.size === 0) return
    const leaseUntil = new Date(now.getTime() + LEASE_MS)
    const claimed = await claimDeliveries(db, { places: free, now, leaseUntil })
    for (const delivery of claimed) begin(delivery)
  }

  function begin(delivery: ClaimedDelivery): void {
    places.begin(delivery.endpointId)
    const attempt = deliver(delivery).then((succeeded) => {
      places.end(delivery.endpointId, succeeded)
      running.delete(attempt)
      poller.notify()
    })
    running.add(attempt)
  }

  /** Whether the endpoint took it. Never fails: what was not recorded is claimed again when its lease ends. */
  async function deliver(delivery: ClaimedDelivery): Promise<boolean> {
    try {
      if (delivery.disabled) {
        await recordDisabled(db, delivery)
        return false
      }
      const sent = await sendDelivery(delivery, dependencies, ending.signal)
      await recordAttempt(dependencies, { delivery, sent })
      return sent.outcome === 'delivered'
    } catch (err) {
      if (ending.signal.aborted) await giveBack(db, delivery, clock.now()).catch(() => {})
      else logger.warn({ err, delivery_id: delivery.id }, 'a webhook delivery could not be made or recorded')
      return false
    }
  }

  return {
    notify: poller.notify,
    start: poller.start,
    async stop(graceMs) {
      await poller.stop()
      const grace = setTimeout(() => ending.abort(new Error('the server stops')), graceMs)
      await Promise.all(running)
      clearTimeout(grace)
    },
  }
}
