import { expect, it } from 'vitest'
import { describeVersion, VERSIONED_APIS } from './versions.ts'

it.each([
  ['2026-09-23T23:59:59Z', 'ending', 1],
  ['2026-09-24T23:59:59Z', 'ending', 0],
  ['2026-09-25T00:00:00Z', 'ended', -1],
  ['2026-07-26T00:00:00Z', 'ending', 60],
  ['2026-07-25T23:59:59Z', 'supported', 61],
])('a version that ends on 24 September 2026 is, at %s, %s with %i days left', (now, status, daysLeft) => {
  expect(describeVersion('meta', 'v20.0', new Date(now))).toMatchObject({ status, daysLeft })
})

it('one without an announced end is supported, and one that this code does not know is unknown', () => {
  const now = new Date('2027-01-01T00:00:00Z')
  expect(describeVersion('meta', 'v26.0', now)).toMatchObject({ status: 'supported', endsOn: null })
  expect(describeVersion('meta', 'v99.0', now)).toMatchObject({ status: 'unknown', endsOn: null })
})

it.each([
  ['2027-05-15T00:00:00Z', 'supported', 61],
  ['2027-05-16T00:00:00Z', 'ending', 60],
  // Nobody has said that it ended: it goes on being asked for.
  ['2027-07-16T00:00:00Z', 'ending', -1],
])('one whose end is only expected is, at %s, %s with %i days left', (now, status, daysLeft) => {
  expect(describeVersion('linkedin', '202607', new Date(now))).toMatchObject({ status, daysLeft, endsOn: null })
})

it('the versions are listed newest first, and end in that order', () => {
  for (const { versions } of Object.values(VERSIONED_APIS)) {
    const ends = Object.entries<{ readonly endsOn: string | null }>(versions)
      .toSorted(([a], [b]) => b.localeCompare(a, 'en', { numeric: true }))
      .map(([, { endsOn }]) => endsOn ?? '9999-12-31')
    expect(ends).toEqual(ends.toSorted().toReversed())
  }
})
