import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { isTimeZone, readLocalTime } from './local-time.ts'

describe('a local time', () => {
  it.each([
    ['2027-01-15T09:00', 'Europe/Berlin', '2027-01-15T08:00:00.000Z', undefined],
    ['2027-07-15T09:00', 'Europe/Berlin', '2027-07-15T07:00:00.000Z', undefined],
    // Put forward, from 02:00 to 03:00.
    ['2027-03-28T01:59', 'Europe/Berlin', '2027-03-28T00:59:00.000Z', undefined],
    ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z', 'skipped'],
    ['2027-03-28T03:00', 'Europe/Berlin', '2027-03-28T01:00:00.000Z', undefined],
    // Put back, from 03:00 to 02:00.
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z', 'repeated'],
    ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z', undefined],
    ['2027-03-14T02:30', 'America/New_York', '2027-03-14T07:30:00.000Z', 'skipped'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z', 'repeated'],
    // By half an hour.
    ['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z', 'skipped'],
    ['2027-04-04T01:45', 'Australia/Lord_Howe', '2027-04-03T14:45:00.000Z', 'repeated'],
    ['2027-03-28T02:30', 'Asia/Tokyo', '2027-03-27T17:30:00.000Z', undefined],
    ['2027-03-28T02:30', 'UTC', '2027-03-28T02:30:00.000Z', undefined],
  ] as const)('%s in %s is %s, %s', (local, zone, time, shift) => {
    const read = readLocalTime(local, zone)
    expect([read.time.toISOString(), read.shift]).toEqual([time, shift])
  })

  it('that is skipped is shown as it was taken', () => {
    expect(readLocalTime('2027-03-28T02:30', 'Europe/Berlin').shown).toBe('2027-03-28T03:30')
  })

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata'])(
    'is what another library reads, each quarter of an hour around the changes of a year in %s',
    (zone) => {
      const days = ['2026-10-03', '2026-10-25', '2026-11-01', '2027-02-07', '2027-03-14', '2027-03-28', '2027-04-04']
      const times = days.flatMap((day) =>
        Array.from({ length: 96 }, (_, index) => DateTime.fromISO(day, { zone: 'utc' }).plus({ minutes: 15 * index })),
      )
      for (const local of times.map((time) => time.toFormat("yyyy-MM-dd'T'HH:mm"))) {
        const { time, shift } = readLocalTime(local, zone)
        const other = DateTime.fromISO(local, { zone })
        const offsets = other.getPossibleOffsets().map((possible) => possible.toMillis())
        expect(time.getTime(), local).toBe(Math.min(...offsets))
        const isShown = other.toFormat("yyyy-MM-dd'T'HH:mm") === local
        expect(shift, local).toBe(offsets.length > 1 ? 'repeated' : isShown ? undefined : 'skipped')
      }
    },
  )
})

it.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Europe/Atlantis', false],
  ['+01:00', false],
  ['', false],
  ['a\nb', false],
])('%j is a time zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected)
})
