import { describe, expect, it } from 'vitest'
import { planRetry, readRetryAfter, RETRY_DELAYS_MS } from './schedule.ts'

const HOUR_MS = 3600_000
const plan = (failures: number, retryAfterMs?: number, random = 0) => planRetry({ failures, retryAfterMs, random })

describe('a delivery that failed', () => {
  it('is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 14 h, and then no more', () => {
    const seconds = [1, 2, 3, 4, 5, 6, 7].map((failures) => (plan(failures) ?? 0) / 1000)
    expect(seconds).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400])
    expect(plan(8)).toBeUndefined()
    expect(plan(9)).toBeUndefined()
  })

  it('is never tried early, and up to a tenth late', () => {
    for (const [index, delay] of RETRY_DELAYS_MS.entries()) {
      expect(plan(index + 1, undefined, 0)).toBe(delay)
      expect(plan(index + 1, undefined, 1)).toBeCloseTo(delay * 1.1)
    }
  })

  it('waits as long as the endpoint asks for, but not shorter than it would, and at most a day', () => {
    expect(plan(1, 60_000)).toBe(60_000)
    expect(plan(2, 60_000)).toBe(300_000)
    expect(plan(1, 1000 * HOUR_MS)).toBe(24 * HOUR_MS)
    expect(plan(8, 60_000)).toBeUndefined()
  })
})

describe('a Retry-After', () => {
  const now = new Date('2026-11-22T18:00:00Z')

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 18:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 17:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    ['9'.repeat(400), undefined],
    [undefined, undefined],
  ])('of %j is %j ms', (header, milliseconds) => {
    expect(readRetryAfter(header, now)).toBe(milliseconds)
  })
})
