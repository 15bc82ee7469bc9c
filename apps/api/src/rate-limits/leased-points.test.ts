import { beforeEach, describe, expect, it } from 'vitest'
import { LeasedPoints } from './leased-points.ts'

const WINDOW_MS = 60_000

/** What several processes share: counts points in windows, and how often it was asked. */
class SharedStore {
  now = 1_000_000
  asked = 0
  #consumed = 0
  #resetAt = 0

  readonly count = async (_key: string, points: number) => {
    this.asked += 1
    if (this.now >= this.#resetAt) {
      this.#consumed = 0
      this.#resetAt = this.now + WINDOW_MS
    }
    this.#consumed += points
    return { consumed: this.#consumed, resetAt: this.#resetAt }
  }
}

let store: SharedStore
beforeEach(() => {
  store = new SharedStore()
})

function createProcess(limit: number): LeasedPoints {
  return new LeasedPoints({ limit, count: store.count, now: () => store.now })
}

async function countAllowed(processes: readonly LeasedPoints[], requests: number): Promise<number> {
  let allowed = 0
  for (let request = 0; request < requests; request++) {
    const taken = await processes[request % processes.length]?.consume('key')
    if (taken?.exceeded === false) allowed += 1
  }
  return allowed
}

describe('leased points', () => {
  it.each([1, 2, 5, 30, 300])('let one process have exactly %i', async (limit) => {
    expect(await countAllowed([createProcess(limit)], limit * 2)).toBe(limit)
  })

  it.each([2, 3, 7])('let %i processes that take turns have exactly the limit', async (count) => {
    const processes = Array.from({ length: count }, () => createProcess(300))
    expect(await countAllowed(processes, 1000)).toBe(300)
  })

  it('never let more through than the limit, and hold back a tenth at the most, however they are asked', async () => {
    const [busy, idle] = [createProcess(300), createProcess(300)]
    await idle.consume('key')
    const allowed = 1 + (await countAllowed([busy], 1000))
    expect(allowed).toBeLessThanOrEqual(300)
    expect(allowed).toBeGreaterThanOrEqual(270)
  })

  it('ask the store a few times, not with every request', async () => {
    await countAllowed([createProcess(300)], 150)
    expect(store.asked).toBeLessThan(15)
  })

  it('ask once for requests that come together', async () => {
    const process = createProcess(300)
    await Promise.all(Array.from({ length: 30 }, () => process.consume('key')))
    expect(store.asked).toBe(1)
  })

  it('do not ask for what is refused', async () => {
    const process = createProcess(3)
    await countAllowed([process], 4)
    const { asked } = store
    expect(await countAllowed([process], 100)).toBe(0)
    expect(store.asked).toBe(asked)
  })

  it('begin anew with the next window', async () => {
    const process = createProcess(3)
    expect(await countAllowed([process], 10)).toBe(3)
    store.now += WINDOW_MS
    expect(await countAllowed([process], 10)).toBe(3)
  })
})
