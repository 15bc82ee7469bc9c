import { createPoller } from '#shared/poller.ts'
import { PLATFORMS } from '@powerpost/contract'
import { claimItems, extendLeases, giveBack } from './claims.repository.ts'
import type { PostingItem } from './items.repository.ts'
import { StaleItemError } from './items.repository.ts'
import { runItem } from './run-item.ts'
import type { StepDependencies } from './step.ts'
import { EXTEND_LEASES_EVERY_MS, LEASE_MS } from './times.ts'

/** Posts what is due, in this process. */
export interface Dispatcher {
  start(): void
  /** An item was begun. */
  notify(): void
  /** Begins no more steps, gives those under way `graceMs` to end, and leaves what has not to others. */
  stop(graceMs: number): Promise<void>
}

/** For what nobody is woken for: waits, retries, and the items of processes that died. */
const POLL_EVERY_MS = 500

/** Items of one lane that one process is at: a platform that hangs takes up its own places, and no other's. */
const PLACES_PER_LANE = 24

/** While lanes are full, so many items end before it is looked for more: a look costs as much as a step. */
const LOOK_AFTER = 6

const LANES: readonly PostingItem['lane'][] = ['sandbox', ...PLATFORMS]

/**
 * Makes a dispatcher. An item's row is its job: it says what was done and when the next step is due, and a process that is at
 * it keeps a lease on it. Every step is recorded under a version, so that one who lost its lease changes nothing any more.
 */
export function createDispatcher(dependencies: StepDependencies): Dispatcher {
  const { db, clock, logger } = dependencies
  /** What this process is at, as it was recorded last. */
  const held = new Map<string, PostingItem>()
  const running = new Set<Promise<void>>()
  const ending = new AbortController()
  let crowded = false
  let extending: NodeJS.Timeout | undefined
  const poller = createPoller({
    everyMs: POLL_EVERY_MS,
    poll,
    onError: (err) => logger.warn({ err }, 'polling for items to post failed'),
  })

  const leaseUntil = () => new Date(clock.now().getTime() + LEASE_MS)

  async function poll(): Promise<void> {
    const places = new Map(LANES.map((lane) => [lane, PLACES_PER_LANE]))
    for (const { lane } of held.values()) places.set(lane, (places.get(lane) ?? 0) - 1)
    // A full lane is asked for none.
    const options = {
      places: new Map([...places].filter(([, free]) => free > 0)),
      running: [...held.keys()],
      now: clock.now(),
      leaseUntil: leaseUntil(),
    }
    const claimed = await claimItems(db, options)
    for (const { lane } of claimed) places.set(lane, (places.get(lane) ?? 0) - 1)
    // Where no place is left there may be more: whoever ends first looks.
    crowded = [...places.values()].some((free) => free <= 0)
    for (const item of claimed) begin(item)
  }

  function begin(item: PostingItem): void {
    held.set(item.id, item)
    const run = post(item).then(() => {
      held.delete(item.id)
      running.delete(run)
      if (crowded && held.size % LOOK_AFTER === 0) poller.notify()
    })
    running.add(run)
  }

  /** Never fails: what was not recorded is done again when the lease ends. */
  async function post(item: PostingItem): Promise<void> {
    try {
      await runItem(dependencies, { item, stop: ending.signal, onStep: (step) => held.set(step.id, step) })
    } catch (err) {
      if (err instanceof StaleItemError) return logger.info({ item_id: item.id }, err.message)
      if (!ending.signal.aborted)
        logger.warn({ err, item_id: item.id }, 'a publishing step could not be made or recorded')
      await giveBack(db, held.get(item.id) ?? item, clock.now()).catch(() => {})
    }
  }

  function extend(): void {
    if (held.size === 0) return
    extendLeases(db, [...held.values()], leaseUntil()).catch((err: unknown) => {
      logger.warn({ err }, 'the leases of items could not be extended')
    })
  }

  return {
    notify: poller.notify,
    start() {
      poller.start()
      extending = setInterval(extend, EXTEND_LEASES_EVERY_MS).unref()
    },
    async stop(graceMs) {
      await poller.stop()
      const grace = setTimeout(() => ending.abort(new Error('the server stops')), graceMs)
      await Promise.all(running)
      clearTimeout(grace)
      clearInterval(extending)
    },
  }
}
