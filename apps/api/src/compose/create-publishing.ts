import { createConnectionOpener } from '#features/connections/index.ts'
import type { Scheduler } from '#features/publishing/index.ts'
import { createDispatcher, createScheduler } from '#features/publishing/index.ts'
import type { LeaseWorker } from '#jobs/lease-worker.ts'
import { PRICES } from '@powerpost/contract'
import type { Parts } from './parts.ts'

/** What publishes in this process: what is due of a schedule, and what was begun. */
export interface Publishing {
  readonly dispatcher: LeaseWorker
  readonly scheduler: Scheduler
}

export function createPublishing(parts: Parts): Publishing {
  const { clock, logger, recordEvent, storage, platforms, keyring, mediaLinks } = parts
  const { db } = parts.database
  const common = { db, clock, logger, recordEvent, prices: PRICES.publishing }
  const openConnection = createConnectionOpener({ ...common, keyring, platforms })
  const dispatcher = createDispatcher({
    ...common,
    storage,
    platforms,
    openConnection,
    mediaLinks,
    random: Math.random,
  })
  const scheduler = createScheduler({ ...common, onBegun: dispatcher.notify })
  return { dispatcher, scheduler }
}
