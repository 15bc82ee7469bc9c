import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { boundedText, countCodePoints, NOT_BLANK } from './text.ts'

const ROCKET = '\u{1F680}'

describe('counting code points', () => {
  it.each([
    ['nothing', '', 0],
    ['letters', 'abc', 3],
    ['an emoji of two UTF-16 units', ROCKET, 1],
    ['a family of seven code points', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}', 7],
    ['a lone surrogate', '\uD83D', 1],
  ])('of %s', (_, text, count) => {
    expect(countCodePoints(text)).toBe(count)
  })
})

describe('a bounded text', () => {
  const text = boundedText({ min: 3, max: 5 })

  it('is bounded in code points, not in UTF-16 units', () => {
    expect(text.safeParse(ROCKET.repeat(2)).success).toBe(false)
    expect(text.safeParse(ROCKET.repeat(3)).success).toBe(true)
    expect(text.safeParse(ROCKET.repeat(5)).success).toBe(true)
    expect(text.safeParse(ROCKET.repeat(6)).success).toBe(false)
  })

  it('says its bounds in the document', () => {
    expect(z.toJSONSchema(text)).toMatchObject({ type: 'string', minLength: 3, maxLength: 5 })
    expect(z.toJSONSchema(boundedText({ max: 5 }))).not.toHaveProperty('minLength')
  })

  it('keeps its bounds in the document when it is described and made optional', () => {
    const field = z.object({ text: text.optional().meta({ description: 'A text.' }) })
    expect(z.toJSONSchema(field)).toMatchObject({ properties: { text: { minLength: 3, maxLength: 5 } } })
  })

  it('never holds U+0000, which the database cannot store', () => {
    expect(text.safeParse('ab\u0000c').success).toBe(false)
    expect(text.safeParse('a\nb\tc').success).toBe(true)
  })

  it('matches the pattern it is given besides', () => {
    const digits = boundedText({ max: 5, pattern: { regex: /^\d+$/, message: 'must be digits' } })
    expect(digits.safeParse('12').success).toBe(true)
    expect(digits.safeParse('ab').error?.issues.map(({ message }) => message)).toEqual(['must be digits'])
    expect(z.toJSONSchema(digits)).toMatchObject({ pattern: String.raw`^\d+$` })
  })

  it('that must not be blank says so in the document, to readers with and without the flag u', () => {
    const { pattern = '' } = z.toJSONSchema(boundedText({ max: 5, pattern: NOT_BLANK }))
    for (const regex of [new RegExp(pattern), new RegExp(pattern, 'u')]) {
      for (const good of ['a', ' a ', ROCKET, '\u200Ea']) expect(regex.test(good)).toBe(true)
      for (const bad of ['', ' \n', 'a\u0000']) expect(regex.test(bad)).toBe(false)
    }
  })

  it('that must not be blank says nothing of that when it holds U+0000', () => {
    const name = boundedText({ max: 5, pattern: NOT_BLANK })
    const problemsOf = (value: string) => name.safeParse(value).error?.issues.map(({ message }) => message)
    for (const good of ['a', ' a', 'a b ', '\n.\n', '\u200Ea', `${ROCKET}\uFE0F`, '\u05D0\u200F'])
      expect(problemsOf(good)).toBeUndefined()
    for (const blank of ['', ' ', '\t\n\u00A0', '\u200B\u200D', '\u202E', '\u3164', '\uFEFF\u0007', '\u{E0041}'])
      expect(problemsOf(blank)).toEqual(['must not be blank'])
    for (const bad of ['\u0000', 'a\u0000', ' \u0000a']) {
      expect(problemsOf(bad)).toEqual(['must not contain the character U+0000'])
    }
  })
})
