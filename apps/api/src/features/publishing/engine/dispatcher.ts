import type { LeaseWorker } from '#jobs/lease-worker.ts'
import { createLeaseWorker } from '#jobs/lease-worker.ts'
import { createFixedSlots } from '#jobs/slots.ts'
import type { Metrics } from '#shared/metrics.ts'
import { PLATFORMS } from '@powerpost/contract'
import { claimItems, extendLeases, findNextDue, giveBack } from './claims.repository.ts'
import type { PostingItem } from './items.repository.ts'
import { StaleItemError } from './items.repository.ts'
import { runItem } from './run-item.ts'
import type { StepDependencies } from './step.ts'
import { EXTEND_LEASES_EVERY_MS, LEASE_MS } from './times.ts'

const POLL_EVERY_MS = 500

/** Items of one lane that one process runs: a platform that hangs uses up its own slots only. */
const SLOTS_PER_LANE = 24

/** A poll costs as much as a step. */
const POLL_AFTER_COMPLETIONS = 6

const LANES: readonly PostingItem['lane'][] = ['sandbox', ...PLATFORMS]

/**
 * Creates the worker that posts what is due. An item's row is its job: it says what was done and when the next step is due.
 * Every step is recorded under a version, so that a process which lost its lease changes nothing any more.
 */
export function createDispatcher(dependencies: StepDependencies & { readonly metrics: Metrics }): LeaseWorker {
  const { db, clock, logger, metrics } = dependencies
  const leaseUntil = () => new Date(clock.now().getTime() + LEASE_MS)
  return createLeaseWorker<PostingItem>({
    name: 'items to post',
    logger,
    metrics,
    startTimer: clock.startTimer,
    pollEveryMs: POLL_EVERY_MS,
    pollAfterCompletions: POLL_AFTER_COMPLETIONS,
    slots: createFixedSlots(SLOTS_PER_LANE),
    laneOf: ({ lane }) => lane,
    findDueLanes: async () => ({ lanes: LANES }),
    async findNextDueMs() {
      const next = await findNextDue(db, clock.now())
      // What is due and was not claimed is another process's at the moment.
      return next && Math.max(next.getTime() - clock.now().getTime(), POLL_EVERY_MS)
    },
    claim: (request) => claimItems(db, { ...request, now: clock.now(), leaseUntil: leaseUntil() }),
    async run(item, { signal, onProgress }) {
      await runItem(dependencies, { item, stop: signal, onStep: onProgress })
      return 'succeeded'
    },
    giveBack: (item) => giveBack(db, item, clock.now()),
    isLost: (error) => error instanceof StaleItemError,
    async onError(item, err) {
      if (err instanceof StaleItemError) return logger.info({ item_id: item.id }, err.message)
      logger.warn({ err, item_id: item.id }, 'a publishing step could not be made or recorded')
      await giveBack(db, item, clock.now())
    },
    extension: {
      everyMs: EXTEND_LEASES_EVERY_MS,
      extend: (held) => extendLeases(db, held, leaseUntil()),
    },
  })
}
