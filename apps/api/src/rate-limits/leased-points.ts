import type { RateLimit } from '#shared/rate-limiter.ts'
import type { Count } from './point-store.ts'

interface LeasedPointsOptions {
  readonly limit: number
  /** Counts points at the store that all processes share. */
  readonly count: (key: string, points: number) => Promise<Pick<Count, 'consumed' | 'resetAt'>>
  /** @default Date.now */
  readonly now?: () => number
}

/** What this process may still let through of a key without asking. */
interface Lease {
  left: number
  /** What the store had left for everybody when it was last asked. */
  readonly elsewhere: number
  readonly resetAt: number
}

/** So much of what is left for a key is taken at once: the less is left, the closer the count. */
const SHARE = 0.1

/** More keys than this in hand: those whose window is over are let go. */
const MANY_LEASES = 1_000

/**
 * Points of a shared store, taken a few at a time. What one process holds and does not use the others miss until the
 * window ends: a tenth of what was left, at the most, and single points towards the limit.
 */
export class LeasedPoints {
  readonly #options: LeasedPointsOptions
  readonly #leases = new Map<string, Lease>()
  readonly #asking = new Map<string, Promise<void>>()

  constructor(options: LeasedPointsOptions) {
    this.#options = options
  }

  async consume(key: string): Promise<RateLimit> {
    for (;;) {
      const lease = this.#currentLease(key)
      if (lease && (lease.left > 0 || lease.elsewhere === 0)) return this.#take(lease)
      await this.#askOnce(key)
    }
  }

  #take(lease: Lease): RateLimit {
    const exceeded = lease.left === 0
    if (!exceeded) lease.left -= 1
    const { left, elsewhere, resetAt } = lease
    const resetInMs = resetAt - this.#now()
    return { limit: this.#options.limit, remaining: left + elsewhere, resetAt, resetInMs, exceeded }
  }

  #currentLease(key: string): Lease | undefined {
    const lease = this.#leases.get(key)
    return lease && lease.resetAt > this.#now() ? lease : undefined
  }

  /** Requests that come while the store is asked wait for the one answer. */
  async #askOnce(key: string): Promise<void> {
    const asking = this.#asking.get(key) ?? this.#ask(key).finally(() => this.#asking.delete(key))
    this.#asking.set(key, asking)
    await asking
  }

  async #ask(key: string): Promise<void> {
    const { limit, count } = this.#options
    const known = this.#currentLease(key)?.elsewhere ?? limit
    const wanted = Math.max(1, Math.floor(known * SHARE))
    const { consumed, resetAt } = await count(key, wanted)
    // What was counted beyond the limit was not had.
    const left = Math.min(wanted, Math.max(0, limit - (consumed - wanted)))
    this.#forgetOldLeases()
    this.#leases.set(key, { left, elsewhere: Math.max(0, limit - consumed), resetAt })
  }

  #forgetOldLeases(): void {
    if (this.#leases.size < MANY_LEASES) return
    for (const [key, { resetAt }] of this.#leases) if (resetAt <= this.#now()) this.#leases.delete(key)
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now()
  }
}
