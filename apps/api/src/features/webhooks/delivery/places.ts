/** Requests that one process has under way at once, to all endpoints together. */
const MAX_IN_FLIGHT = 256

/** What an endpoint gets that nothing is known of. */
const FIRST_PLACES = 4
/** What an endpoint gets that answers well. */
const MOST_PLACES = 32
/** What all endpoints whose last attempt failed may have together: those that hang leave room for the others. */
const MAX_FAILING = MAX_IN_FLIGHT / 2

interface EndpointLoad {
  inFlight: number
  /** How many it may have: more with every success, one after a failure. */
  places: number
  failing: boolean
}

/**
 * How many requests may be under way to which endpoint. Each endpoint has its own places, so that one that hangs holds up
 * nobody but itself.
 */
export class Places {
  readonly #loads = new Map<string, EndpointLoad>()
  #inFlight = 0
  #failing = 0

  /** Divides what is free among endpoints, in their order. Those that get none are left out. */
  divide(endpointIds: readonly string[]): Map<string, number> {
    const places = new Map<string, number>()
    let free = MAX_IN_FLIGHT - this.#inFlight
    let freeForFailing = MAX_FAILING - this.#failing
    for (const [index, id] of endpointIds.entries()) {
      const { inFlight, places: own, failing } = this.#loadOf(id)
      const share = Math.ceil(free / (endpointIds.length - index))
      const given = Math.min(own - inFlight, share, free, failing ? freeForFailing : free)
      if (given <= 0) continue
      places.set(id, given)
      free -= given
      if (failing) freeForFailing -= given
    }
    return places
  }

  begin(endpointId: string): void {
    const load = this.#loadOf(endpointId)
    this.#loads.set(endpointId, load)
    load.inFlight += 1
    this.#inFlight += 1
    if (load.failing) this.#failing += 1
  }

  end(endpointId: string, succeeded: boolean): void {
    const load = this.#loadOf(endpointId)
    if (load.failing) this.#failing -= load.inFlight
    load.inFlight -= 1
    this.#inFlight -= 1
    load.failing = !succeeded
    load.places = succeeded ? Math.min(load.places + 1, MOST_PLACES) : 1
    if (load.failing) this.#failing += load.inFlight
    // What is not worth remembering is forgotten.
    if (load.inFlight === 0 && succeeded) this.#loads.delete(endpointId)
  }

  #loadOf(endpointId: string): EndpointLoad {
    return this.#loads.get(endpointId) ?? { inFlight: 0, places: FIRST_PLACES, failing: false }
  }
}
