import { describe, expect, it } from 'vitest'
import type { Judgement } from './conditions.ts'
import { judge, mayAnswerRange } from './conditions.ts'

const VERSION = { etag: '"v1"', lastModified: new Date('2026-11-22T18:53:52.900Z') }
const AT = 'Sun, 22 Nov 2026 18:53:52 GMT'
const BEFORE = 'Sun, 22 Nov 2026 18:53:51 GMT'
const AFTER = 'Mon, 23 Nov 2026 00:00:00 GMT'

describe('a request on condition', () => {
  it.each<[Record<string, string>, Judgement]>([
    [{}, 'answer'],
    [{ 'if-none-match': '"v1"' }, 'not modified'],
    [{ 'if-none-match': 'W/"v1"' }, 'not modified'],
    [{ 'if-none-match': '"v0", "v1"' }, 'not modified'],
    [{ 'if-none-match': '*' }, 'not modified'],
    [{ 'if-none-match': '"v2"' }, 'answer'],
    [{ 'if-none-match': 'v1' }, 'answer'],
    [{ 'if-modified-since': AT }, 'not modified'],
    [{ 'if-modified-since': AFTER }, 'not modified'],
    [{ 'if-modified-since': BEFORE }, 'answer'],
    [{ 'if-modified-since': 'yesterday, or so' }, 'answer'],
    // Who names a version is not asked for the time: RFC 9110, 13.1.3.
    [{ 'if-none-match': '"v2"', 'if-modified-since': AFTER }, 'answer'],
    [{ 'if-match': '"v1"' }, 'answer'],
    [{ 'if-match': '*' }, 'answer'],
    [{ 'if-match': 'W/"v1"' }, 'precondition failed'],
    [{ 'if-match': '"v2"' }, 'precondition failed'],
    [{ 'if-unmodified-since': AT }, 'answer'],
    [{ 'if-unmodified-since': BEFORE }, 'precondition failed'],
    [{ 'if-unmodified-since': 'yesterday, or so' }, 'answer'],
    [{ 'if-match': '"v1"', 'if-unmodified-since': BEFORE }, 'answer'],
    [{ 'if-match': '"v2"', 'if-none-match': '"v1"' }, 'precondition failed'],
  ])('with %o: %s', (headers, judgement) => {
    expect(judge(headers, VERSION)).toBe(judgement)
  })
})

describe('a part of a file', () => {
  it.each<[Record<string, string>, boolean]>([
    [{}, true],
    [{ 'if-range': '"v1"' }, true],
    [{ 'if-range': 'W/"v1"' }, false],
    [{ 'if-range': '"v2"' }, false],
    [{ 'if-range': AT }, true],
    [{ 'if-range': BEFORE }, false],
    [{ 'if-range': AFTER }, false],
    [{ 'if-range': 'v1' }, false],
  ])('with %o is answered: %s', (headers, isAnswered) => {
    expect(mayAnswerRange(headers, VERSION)).toBe(isAnswered)
  })
})
