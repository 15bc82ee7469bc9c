import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanText, cutAtSentence } from './clean-text.ts'

describe('foreign text', () => {
  test.for([
    ['a\u0000b', 'ab'],
    ['a\u200Bb\u2060c\uFEFFd', 'abcd'],
    ['\u202Egnp.exe\u202C', 'gnp.exe'],
    ['ok\u{E0049}\u{E0067}\u{E006E}', 'ok'],
    ['smile\u{E0100}\u{E01EF}', 'smile'],
    ['icon \uE001 font', 'icon font'],
    ['\uD800half', '\uFFFDhalf'],
    ['👩‍💻 می‌خواهم', '👩‍💻 می‌خواهم'],
    ['a \u00A0\t b \r\n\r\n\r\n\r\n c\r', 'a b\n\nc'],
    ['one\u2028two', 'one\ntwo'],
  ] as const)('holds nothing that is not seen: %j', ([text, clean]) => {
    expect(cleanText(text)).toBe(clean)
  })

  test('is cleaned once and for all, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const clean = cleanText(text)
        expect(clean).not.toMatch(/\0|\n{3}| {2}/)
        expect(clean.isWellFormed()).toBe(true)
        expect(cleanText(clean)).toBe(clean)
        expect(cleanLine(text, 20).length).toBeLessThanOrEqual(20)
      }),
      { numRuns: 2000 },
    )
  })

  test.for([
    ['Short.', 20, 'Short.'],
    ['First one. Second one. Third', 23, 'First one. Second one.'],
    ['First one. Second one. Third', 25, 'First one. Second one.'],
    ['No. A very long sentence without an end in sight', 20, 'No. A very long'],
    ['aaaaaaaaaaaaaaaaaaaa', 10, 'aaaaaaaaa'],
    ['これは一つ目の文です。これは二つ目の文です。三つ目', 24, 'これは一つ目の文です。これは二つ目の文です。'],
  ] as const)('is cut where it hurts least: %j to %i', ([text, max, cut]) => {
    expect(cutAtSentence(text, max)).toBe(cut)
  })

  test('is never cut inside a grapheme', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 40 }), fc.nat(40), (text, max) => {
        const cut = cutAtSentence(text, max)
        expect(cut.length).toBeLessThanOrEqual(max)
        expect(text.startsWith(cut)).toBe(true)
        expect(cut.isWellFormed()).toBe(text.slice(0, cut.length).isWellFormed() && cut.isWellFormed())
      }),
    )
  })
})
