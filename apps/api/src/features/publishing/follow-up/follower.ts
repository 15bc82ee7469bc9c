import type { LeaseWorker } from '#jobs/lease-worker.ts'
import { createLeaseWorker } from '#jobs/lease-worker.ts'
import { createFixedSlots } from '#jobs/slots.ts'
import type { Metrics } from '#shared/metrics.ts'
import { PLATFORMS } from '@powerpost/contract'
import type { FollowDependencies } from './follow-post.ts'
import { followPost } from './follow-post.ts'
import type { FollowUp } from './follow-ups.repository.ts'
import { claimFollowUps, findNextFollowUp, recordLook, StaleFollowUpError } from './follow-ups.repository.ts'
import { delayAfter, LEASE_MS } from './times.ts'

const POLL_EVERY_MS = 500

/** Of one lane that one process asks at once: few, since nobody waits for the answer. */
const SLOTS_PER_LANE = 4

const LANES: readonly FollowUp['lane'][] = ['sandbox', ...PLATFORMS]

/** Creates the worker that asks platforms about posts that are posted. A row is its job. */
export function createFollower(dependencies: FollowDependencies & { readonly metrics: Metrics }): LeaseWorker {
  const { db, clock, logger, metrics } = dependencies
  return createLeaseWorker<FollowUp>({
    name: 'posts to follow up',
    logger,
    metrics,
    startTimer: clock.startTimer,
    pollEveryMs: POLL_EVERY_MS,
    slots: createFixedSlots(SLOTS_PER_LANE),
    laneOf: ({ lane }) => lane,
    findDueLanes: async () => ({ lanes: LANES }),
    async findNextDueMs() {
      const next = await findNextFollowUp(db)
      return next && Math.max(next.getTime() - clock.now().getTime(), POLL_EVERY_MS)
    },
    claim({ slots }) {
      const now = clock.now()
      return claimFollowUps(db, { slots, now, leaseUntil: new Date(now.getTime() + LEASE_MS) })
    },
    async run(held, { signal }) {
      await followPost(dependencies, held, signal)
      return 'succeeded'
    },
    giveBack: (held) => recordLook(db, held, { looks: held.looks, checkpoint: held.checkpoint, dueAt: clock.now() }),
    isLost: (error) => error instanceof StaleFollowUpError,
    async onError(held, err) {
      if (err instanceof StaleFollowUpError) return logger.info({ item_id: held.id }, err.message)
      logger.warn({ err, item_id: held.id }, 'what became of a posted item could not be recorded')
      const { looks, checkpoint } = held
      const dueAt = new Date(clock.now().getTime() + delayAfter(looks))
      await recordLook(db, held, { looks: looks + 1, checkpoint, dueAt })
    },
  })
}
