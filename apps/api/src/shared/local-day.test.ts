import { describe, expect, it } from 'vitest'
import { localDayOf } from './local-day.ts'

const PACIFIC = 'America/Los_Angeles'

describe('a day in a time zone', () => {
  it.each([
    ['in winter', '2026-12-01T07:59:59Z', '2026-11-30', '2026-12-01T08:00:00Z'],
    ['from its first moment', '2026-12-01T08:00:00Z', '2026-12-01', '2026-12-02T08:00:00Z'],
    ['in summer', '2026-07-01T06:59:59Z', '2026-06-30', '2026-07-01T07:00:00Z'],
    ['of 23 hours', '2026-03-08T08:00:00Z', '2026-03-08', '2026-03-09T07:00:00Z'],
    ['of 25 hours', '2026-11-01T07:00:00Z', '2026-11-01', '2026-11-02T08:00:00Z'],
  ])('%s', (_, time, date, end) => {
    expect(localDayOf(new Date(time), PACIFIC)).toEqual({ date, end: new Date(end) })
  })

  it('is not the same everywhere', () => {
    const time = new Date('2026-12-01T12:00:00Z')
    expect(localDayOf(time, 'Pacific/Auckland').date).toBe('2026-12-02')
    expect(localDayOf(time, 'Pacific/Pago_Pago').date).toBe('2026-12-01')
  })
})
