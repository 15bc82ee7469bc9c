import type { Slots, WorkOutcome } from '#jobs/slots.ts'

/** Requests that one process has under way at once, to all endpoints together. */
const MAX_IN_FLIGHT = 256

/** The slots of an endpoint that nothing is known of. */
const FIRST_SLOTS = 4
/** The slots of an endpoint that answers well. */
const MAX_SLOTS = 32
/** What all endpoints whose last attempt failed may have together: those that hang leave room for the others. */
const MAX_FAILING = MAX_IN_FLIGHT / 2

interface EndpointLoad {
  inFlight: number
  /** How many it may have: more with every success, one after a failure. */
  slots: number
  failing: boolean
}

/** The slots of each endpoint, as many as it has shown that it can take: one that hangs holds up only itself. */
export class AdaptiveSlots implements Slots {
  readonly #loads = new Map<string, EndpointLoad>()
  #inFlight = 0
  #failing = 0

  free(endpointIds: readonly string[]): Map<string, number> {
    const slots = new Map<string, number>()
    let free = MAX_IN_FLIGHT - this.#inFlight
    let freeForFailing = MAX_FAILING - this.#failing
    // The one with the fewest first: when places come one by one, those that had most would take them all again.
    const ids = endpointIds.toSorted((one, other) => this.#loadOf(one).inFlight - this.#loadOf(other).inFlight)
    for (const [index, id] of ids.entries()) {
      const { inFlight, slots: own, failing } = this.#loadOf(id)
      const share = Math.ceil(free / (ids.length - index))
      const given = Math.min(own - inFlight, share, free, failing ? freeForFailing : free)
      if (given <= 0) continue
      slots.set(id, given)
      free -= given
      if (failing) freeForFailing -= given
    }
    return slots
  }

  begin(endpointId: string): void {
    const load = this.#loadOf(endpointId)
    this.#loads.set(endpointId, load)
    load.inFlight += 1
    this.#inFlight += 1
    if (load.failing) this.#failing += 1
  }

  end(endpointId: string, outcome: WorkOutcome): void {
    const succeeded = outcome === 'succeeded'
    const load = this.#loadOf(endpointId)
    if (load.failing) this.#failing -= load.inFlight
    load.inFlight -= 1
    this.#inFlight -= 1
    load.failing = !succeeded
    load.slots = succeeded ? Math.min(load.slots + 1, MAX_SLOTS) : 1
    if (load.failing) this.#failing += load.inFlight
    // What is not worth remembering is forgotten.
    if (load.inFlight === 0 && succeeded) this.#loads.delete(endpointId)
  }

  #loadOf(endpointId: string): EndpointLoad {
    return this.#loads.get(endpointId) ?? { inFlight: 0, slots: FIRST_SLOTS, failing: false }
  }
}
