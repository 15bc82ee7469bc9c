import { expect, it } from 'vitest'
import { dueOf, nextStep, retryDelayMs, STEP_HOURS } from './times.ts'

const POSTED = new Date('2026-03-01T00:00:00.000Z')
const hoursAfter = (time: Date) => (time.getTime() - POSTED.getTime()) / 3_600_000

it('an item is read after 1, 6 and 24 hours, then daily for 90 days', () => {
  expect([STEP_HOURS.slice(0, 5), STEP_HOURS.at(-1), STEP_HOURS.length]).toEqual([[1, 6, 24, 48, 72], 90 * 24, 92])
})

it('items that were posted together are read apart, and never early', () => {
  expect([0, 1].map((random) => hoursAfter(dueOf(POSTED, 0, random)))).toEqual([1, 1.1])
  expect([0, 1].map((random) => hoursAfter(dueOf(POSTED, 30, random)))).toEqual([29 * 24, 29 * 24 + 2])
})

it('what was missed while a server was down is left out', () => {
  const after = (hours: number, step: number) => nextStep(POSTED, step, new Date(POSTED.getTime() + hours * 3_600_000))
  expect([after(1.05, 0), after(0, -1), after(100, 0), after(90 * 24, 91), after(95 * 24, 40)]).toEqual([
    1,
    0,
    6,
    undefined,
    undefined,
  ])
})

it('waits longer after each failure, but not for ever', () => {
  expect([0, 1, 2, 20].map((failures) => retryDelayMs(failures, 0.5) / 60_000)).toEqual([5, 10, 20, 360])
})
