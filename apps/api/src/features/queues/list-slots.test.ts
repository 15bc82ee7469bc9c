import { WEEKDAYS } from '@powerpost/contract'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { listSlots } from './list-slots.ts'

/** Around the change of the clocks, and on other hours. By half an hour in Lord Howe. */
const TIMES = [
  '00:00',
  '00:30',
  '01:15',
  '01:45',
  '02:00',
  '02:15',
  '02:20',
  '02:30',
  '02:45',
  '03:00',
  '03:30',
  '09:00',
  '23:45',
]
const EVERY_DAY = Object.fromEntries(WEEKDAYS.map((day) => [day, TIMES]))

/** The same by another library: each local time of each day by its possible offsets, the first of which is taken. */
function listByLuxon(zone: string, now: Date): number[] {
  const first = DateTime.fromJSDate(now, { zone }).startOf('day').minus({ days: 1 })
  const days = Array.from({ length: 63 }, (_, index) => first.plus({ days: index }).toISODate() ?? '')
  const times = days.flatMap((day) =>
    TIMES.map((time) => {
      const offsets = DateTime.fromISO(`${day}T${time}`, { zone }).getPossibleOffsets()
      return Math.min(...offsets.map((possible) => possible.toMillis()))
    }),
  )
  const last = now.getTime() + 60 * 24 * 3600_000
  return [...new Set(times)].filter((time) => time > now.getTime() && time <= last).toSorted((one, two) => one - two)
}

describe.each([
  ['Europe/Berlin', ['2027-03-26T22:10:00Z', '2026-10-23T22:10:00Z']],
  ['America/New_York', ['2027-03-12T22:10:00Z', '2026-10-30T22:10:00Z']],
  ['Australia/Lord_Howe', ['2026-10-02T10:10:00Z', '2027-04-02T10:10:00Z']],
  // The clocks skip midnight: from 00:00 to 01:00.
  ['Africa/Cairo', ['2027-04-28T22:10:00Z', '2026-10-28T22:10:00Z']],
])('the slots of a queue in %s', (timezone, starts) => {
  it.each(starts)('are those of another library over a change of the clocks, from %s on', (start) => {
    const now = new Date(start)
    const slots = listSlots({ timezone, slots: EVERY_DAY }, now)
    expect(slots.map(({ time }) => time.getTime())).toEqual(listByLuxon(timezone, now))
    for (const { time, planned, local, shift } of slots) {
      const shown = DateTime.fromJSDate(time, { zone: timezone })
      expect(local).toBe(shown.toFormat("yyyy-MM-dd'T'HH:mm"))
      expect(shift === 'skipped', planned).toBe(local !== planned)
      expect(shift === 'repeated', planned).toBe(shown.getPossibleOffsets().length > 1)
    }
    expect(slots.some(({ shift }) => shift !== undefined)).toBe(true)
  })
})

const at = (timezone: string, times: readonly string[], now: string) =>
  listSlots({ timezone, slots: { sunday: [...times] } }, new Date(now)).map(({ time, local, shift }) => [
    time.toISOString(),
    local,
    shift,
  ])

describe('a slot that the clocks', () => {
  it('skip is as much later, once', () => {
    expect(at('Europe/Berlin', ['02:30'], '2027-03-27T12:00:00Z')[0]).toEqual([
      '2027-03-28T01:30:00.000Z',
      '2027-03-28T03:30',
      'skipped',
    ])
    // Both at one time: one slot, the one that is there by its own time.
    expect(at('Europe/Berlin', ['02:30', '03:30'], '2027-03-27T12:00:00Z').slice(0, 2)).toEqual([
      ['2027-03-28T01:30:00.000Z', '2027-03-28T03:30', undefined],
      ['2027-04-04T00:30:00.000Z', '2027-04-04T02:30', undefined],
    ])
    expect(at('Australia/Lord_Howe', ['02:15'], '2026-10-03T10:00:00Z')[0]).toEqual([
      '2026-10-03T15:45:00.000Z',
      '2026-10-04T02:45',
      'skipped',
    ])
  })

  it('show twice is the first, once', () => {
    expect(at('America/New_York', ['01:30'], '2026-10-31T12:00:00Z').slice(0, 2)).toEqual([
      ['2026-11-01T05:30:00.000Z', '2026-11-01T01:30', 'repeated'],
      ['2026-11-08T06:30:00.000Z', '2026-11-08T01:30', undefined],
    ])
    // Between the two times the first is over.
    expect(at('America/New_York', ['01:30'], '2026-11-01T06:00:00Z')[0]?.[0]).toBe('2026-11-08T06:30:00.000Z')
  })
})

it('a slot is not at the very moment, nor more than 60 days ahead', () => {
  const schedule = { timezone: 'UTC', slots: { tuesday: ['00:00'] } }
  const slots = listSlots(schedule, new Date('2026-12-01T00:00:00Z')).map(({ time }) => time.toISOString())
  expect([slots[0], slots.at(-1), slots.length]).toEqual(['2026-12-08T00:00:00.000Z', '2027-01-26T00:00:00.000Z', 8])
})
