import { expect, it } from 'vitest'
import { FINAL_CALL_TIMEOUT_MS, LOOKUP_DELAYS_MS, planBackoff } from './times.ts'

it('waits longer after each failure, at least as long as the platform wants, and never for good', () => {
  const waits = Array.from({ length: 12 }, (_, index) =>
    planBackoff({ failures: index + 1, retryAfterSeconds: undefined, random: 0 }),
  )
  expect(waits.slice(0, 3)).toEqual([2000, 4000, 8000])
  expect(waits.at(-1)).toBe(300_000)
  expect(planBackoff({ failures: 1, retryAfterSeconds: 60, random: 1 })).toBe(72_000)
})

it('the look that decides comes later than a final call can last', () => {
  expect(LOOKUP_DELAYS_MS.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThan(2 * FINAL_CALL_TIMEOUT_MS)
})
