import { expect, it } from 'vitest'
import type { AskedRange } from './parse-range.ts'
import { parseRange } from './parse-range.ts'

const WHOLE: AskedRange = { kind: 'whole' }
const NONE: AskedRange = { kind: 'none' }
const part = (start: number, end: number): AskedRange => ({ kind: 'part', start, end })

/** Of 1000 bytes. */
it.each<[string | undefined, AskedRange]>([
  [undefined, WHOLE],
  ['', WHOLE],
  ['bytes=0-0', part(0, 0)],
  ['bytes=0-499', part(0, 499)],
  ['bytes=500-', part(500, 999)],
  ['bytes=999-', part(999, 999)],
  ['bytes=0-', part(0, 999)],
  ['bytes=900-5000', part(900, 999)],
  [`bytes=1-${'9'.repeat(400)}`, part(1, 999)],
  ['bytes=-1', part(999, 999)],
  ['bytes=-1000', part(0, 999)],
  ['bytes=-5000', part(0, 999)],
  [`bytes=-${'9'.repeat(400)}`, part(0, 999)],
  ['BYTES=0-0', part(0, 0)],
  ['bytes= 0-0 ', part(0, 0)],
  ['bytes=0-0,', part(0, 0)],
  ['bytes=1000-', NONE],
  ['bytes=1000-1001', NONE],
  [`bytes=${'9'.repeat(400)}-`, NONE],
  ['bytes=-0', NONE],
  // What is not well-formed is not there: RFC 9110, 14.2.
  ['bytes=5-4', WHOLE],
  ['bytes=-', WHOLE],
  ['bytes=', WHOLE],
  ['bytes', WHOLE],
  ['bytes 0-1', WHOLE],
  ['bytes=a-b', WHOLE],
  ['bytes=0x1-2', WHOLE],
  ['bytes=1.5-2', WHOLE],
  ['bytes=--1', WHOLE],
  ['bytes=0-1-2', WHOLE],
  ['bytes=+1-2', WHOLE],
  ['items=0-1', WHOLE],
  // Several at once.
  ['bytes=0-0,-1', WHOLE],
  ['bytes=0-0, 5-9', WHOLE],
  ['bytes=5000-,6000-', WHOLE],
])('the range %s asks for %o', (header, expected) => {
  expect(parseRange(header, 1000)).toEqual(expected)
})
