type Release = 'served' | 'dropped'

interface Hold {
  readonly held: PromiseWithResolvers<void>
  readonly released: PromiseWithResolvers<Release>
}

/** Requests that wait until a test lets them go. */
export class Holds {
  readonly #holds = new Map<string, Hold>()

  hold(request: string): { readonly held: Promise<void>; release(): void } {
    const hold = { held: Promise.withResolvers<void>(), released: Promise.withResolvers<Release>() }
    this.#holds.set(request, hold)
    return { held: hold.held.promise, release: () => this.letGo(request, 'served') }
  }

  letGo(request: string, how: Release): void {
    this.#holds.get(request)?.released.resolve(how)
    this.#holds.delete(request)
  }

  /** For one that is not held: nothing. */
  async wait(request: string): Promise<Release> {
    const hold = this.#holds.get(request)
    hold?.held.resolve()
    return (await hold?.released.promise) ?? 'served'
  }
}
