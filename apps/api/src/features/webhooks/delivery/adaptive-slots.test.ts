import { expect, it } from 'vitest'
import { AdaptiveSlots } from './adaptive-slots.ts'

it('a place that is freed goes to the endpoint with the fewest attempts under way, not to the longest queue', () => {
  const slots = new AdaptiveSlots()
  const busy = Array.from({ length: 64 }, (_, index) => `busy-${index}`)
  for (const [id, count] of slots.free(busy)) for (let begun = 0; begun < count; begun += 1) slots.begin(id)
  // All places are taken.
  expect(slots.free(busy).size).toBe(0)
  slots.end('busy-0', 'succeeded')
  // Its deliveries are due later than all the others.
  expect([...slots.free([...busy, 'other'])]).toEqual([['other', 1]])
})
