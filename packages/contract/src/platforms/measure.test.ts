import { describe, expect, it } from 'vitest'
import { measureText } from './measure.ts'

const ROCKET = '\u{1F680}'
const FAMILY = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}'

describe('the ways of counting', () => {
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
