import type { BackgroundLoop } from '#features/feature.ts'
import type { LeaseWorker } from '#jobs/lease-worker.ts'
import { createLeaseWorker } from '#jobs/lease-worker.ts'
import { createFixedSlots } from '#jobs/slots.ts'
import type { Metrics } from '#shared/metrics.ts'
import type { ClaimedRendition } from './claims.repository.ts'
import {
  claimRenditions,
  extendRenditionLeases,
  findNextDueRendition,
  giveBackRendition,
  StaleRenditionError,
} from './claims.repository.ts'
import type { MakeDependencies } from './make-rendition.ts'
import { makeRendition } from './make-rendition.ts'

const SECOND_MS = 1_000
/** A process that has not been heard of for so long is dead: another makes its renditions. */
const LEASE_MS = 15 * SECOND_MS
const EXTEND_LEASES_EVERY_MS = 4 * SECOND_MS
const POLL_EVERY_MS = 500
/** After what is no fault of the file, such as a disk that is full. */
const RETRY_AFTER_MS = 30 * SECOND_MS

/** Pictures, or videos, that one process makes at once: each takes a core, and a picture some hundred MB. */
const SLOTS_PER_LANE = 1

interface MakerDependencies extends MakeDependencies {
  readonly metrics: Metrics
}

/** Makes renditions, one picture and one video at a time in each process. A rendition's row is its job. */
export function createRenditionMaker(dependencies: MakerDependencies): LeaseWorker & BackgroundLoop {
  const { db, clock, logger, metrics } = dependencies
  const inMs = (ms: number) => new Date(clock.now().getTime() + ms)
  return createLeaseWorker<ClaimedRendition>({
    name: 'renditions',
    logger,
    metrics,
    startTimer: clock.startTimer,
    pollEveryMs: POLL_EVERY_MS,
    slots: createFixedSlots(SLOTS_PER_LANE),
    laneOf: ({ lane }) => lane,
    findDueLanes: async () => ({ lanes: ['image', 'video'] }),
    async findNextDueMs() {
      const next = await findNextDueRendition(db)
      return next && Math.max(next.getTime() - clock.now().getTime(), POLL_EVERY_MS)
    },
    claim: (request) => claimRenditions(db, { ...request, now: clock.now(), leaseUntil: inMs(LEASE_MS) }),
    async run(rendition, { signal }) {
      await makeRendition(dependencies, rendition, signal)
      return 'succeeded'
    },
    giveBack: (rendition) => giveBackRendition(db, rendition, clock.now()),
    async onError(rendition, err) {
      if (err instanceof StaleRenditionError) return logger.info({ rendition_id: rendition.id }, err.message)
      logger.warn({ err, rendition_id: rendition.id }, 'a rendition could not be made')
      await giveBackRendition(db, rendition, inMs(RETRY_AFTER_MS))
    },
    extension: {
      everyMs: EXTEND_LEASES_EVERY_MS,
      extend: (held) => extendRenditionLeases(db, held, inMs(LEASE_MS)),
    },
  })
}
