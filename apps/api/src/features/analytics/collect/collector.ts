import type { LeaseWorker } from '#jobs/lease-worker.ts'
import { createLeaseWorker } from '#jobs/lease-worker.ts'
import { createFixedSlots } from '#jobs/slots.ts'
import type { MetricsReader } from '#platforms/port.ts'
import type { Metrics } from '#shared/metrics.ts'
import type { HeldCollection } from './collections.repository.ts'
import { claimCollections, findNextCollection, giveBack } from './collections.repository.ts'
import type { Batch, CollectDependencies } from './read-items.ts'
import { readItems } from './read-items.ts'
import { LEASE_MS } from './times.ts'

const POLL_EVERY_MS = 500

/** Connections of one lane that one process reads at once: few, since nobody waits for the answer. */
const SLOTS_PER_LANE = 2

const RETRY_MS = 5 * 60_000

interface CollectorDependencies extends CollectDependencies {
  readonly metrics: Metrics
  /** What reads the metrics of each lane. */
  readonly readers: ReadonlyMap<HeldCollection['lane'], MetricsReader>
}

/** Creates the worker that reads metrics. It shares no slots and no leases with publishing, and stops long before a quota ends. */
export function createCollector(dependencies: CollectorDependencies): LeaseWorker {
  const { db, clock, logger, metrics, readers } = dependencies
  const lanes = [...readers.keys()]
  return createLeaseWorker<Batch>({
    name: 'metrics to read',
    logger,
    metrics,
    startTimer: clock.startTimer,
    pollEveryMs: POLL_EVERY_MS,
    slots: createFixedSlots(SLOTS_PER_LANE),
    laneOf: ({ lane }) => lane,
    findDueLanes: async () => ({ lanes }),
    async findNextDueMs() {
      const next = await findNextCollection(db, lanes)
      return next && Math.max(next.getTime() - clock.now().getTime(), POLL_EVERY_MS)
    },
    async claim({ slots, runningIds }) {
      const now = clock.now()
      const wanted = [...slots].flatMap(([lane, free]) => {
        const reader = [...readers].find(([name]) => name === lane)?.[1]
        return reader ? [{ lane, slots: free, batchSize: reader.batchSize }] : []
      })
      const leaseUntil = new Date(now.getTime() + LEASE_MS)
      const held = await claimCollections(db, { lanes: wanted, busyConnections: runningIds, now, leaseUntil })
      return toBatches(held)
    },
    async run(batch, { signal }) {
      const reader = readers.get(batch.lane)
      if (!reader) throw new Error(`Nothing reads the lane ${batch.lane}`)
      await readItems(dependencies, reader, batch, signal)
      return 'succeeded'
    },
    giveBack: (batch) => giveBack(db, batch.items, clock.now()),
    async onError(batch, err) {
      logger.warn({ err, lane: batch.lane, connection_id: batch.id }, 'metrics could not be read or recorded')
      await giveBack(db, batch.items, new Date(clock.now().getTime() + RETRY_MS))
    },
  })
}

function toBatches(held: readonly HeldCollection[]): Batch[] {
  const byConnection = Map.groupBy(held, ({ connection_id, lane }) => `${lane} ${connection_id}`)
  return [...byConnection.values()].flatMap((items) => {
    const [first] = items
    return first ? [{ id: first.connection_id, lane: first.lane, items }] : []
  })
}
