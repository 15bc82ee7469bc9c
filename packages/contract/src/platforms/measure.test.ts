import { describe, expect, it } from 'vitest'
import { findUrls, measureText } from './measure.ts'

const ROCKET = '\u{1F680}'
const FAMILY = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}'

describe("X's weighting", () => {
  it.each([
    ['nothing', '', 0],
    ['plain text', 'dark mode', 9],
    ['accents, composed', 'caf\u00E9', 4],
    ['accents, decomposed, as much as composed', 'cafe\u0301', 4],
    ['typographic quotes and dashes', '\u201Cdark\u201D \u2014 mode', 13],
    ['an emoji', ROCKET, 2],
    ['a family, one emoji of seven code points', FAMILY, 2],
    ['a flag, one emoji of two code points', '\u{1F1E9}\u{1F1EA}', 2],
    ['a skin tone, one emoji of two code points', '\u{1F44D}\u{1F3FD}', 2],
    ['a keycap', '1\uFE0F\u20E3', 2],
    ['a digit, which is no emoji', '1', 1],
    ['CJK, 2 a character', '日本語', 6],
    ['Hangul, 2 a syllable', '한국', 4],
    ['a long link', `https://example.com/${'a'.repeat(200)}`, 23],
    ['a short link', 'https://t.co', 23],
    ['a bare domain', 'example.com', 23],
    ['a bare domain with a path', 'See example.com/docs now', 4 + 23 + 4],
    ['a link at the end of a sentence', 'Read https://example.com/docs.', 5 + 23 + 1],
    ['two links', 'https://a.com https://b.com', 23 + 1 + 23],
    ['a file name, which is no link', 'node.js', 7],
    ['a version, which is no link', 'v1.2.3', 6],
    ['an address, which is no link', 'me@example.com', 14],
    ['a handle and a hashtag', '@powerpost #darkmode', 20],
    ['a link beside CJK', '詳細はhttps://example.com', 6 + 23],
  ])('counts %s', (_, text, weight) => {
    expect(measureText(text, 'x_weighted')).toBe(weight)
  })

  it('lets exactly 280 plain characters be 280', () => {
    expect(measureText('a'.repeat(280), 'x_weighted')).toBe(280)
  })
})

describe('the other ways of counting', () => {
  it.each([
    ['ASCII', 'dark mode', 9, 9],
    ['accents', 'café', 4, 5],
    ['CJK', '日本語', 3, 9],
    ['an emoji', ROCKET, 2, 4],
    ['a family', FAMILY, 11, 25],
  ])('count %s in UTF-16 code units and in UTF-8 bytes', (_, text, units, bytes) => {
    expect(measureText(text, 'utf16')).toBe(units)
    expect(measureText(text, 'utf8_bytes')).toBe(bytes)
  })
})

describe('the links of a text', () => {
  it('are cut out precisely', () => {
    const text = 'Docs (https://example.com/a?b=c#d), shop: powerpost.shop. Not node.js, not a.b@example.com!'
    expect(findUrls(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'https://example.com/a?b=c#d',
      'powerpost.shop',
    ])
  })
})
