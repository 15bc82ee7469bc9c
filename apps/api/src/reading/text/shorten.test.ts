import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protectedSpans } from './protected-spans.ts'
import { shorten } from './shorten.ts'

const within = (most: number) => (text: string) => text.length <= most

describe('a text that is too long', () => {
  it.each([
    ['The first sentence. The second one is longer.', 30, 'The first sentence.'],
    [
      'Our new route planner is here today: it plans hundreds of stops in seconds',
      60,
      'Our new route planner is here today',
    ],
    ['Supercalifragilistic expialidocious words', 25, 'Supercalifragilistic…'],
    ['We sold 1,200 trees and many more of them', 12, 'We sold…'],
    ['我们刚刚在所有应用中推出了深色模式', 8, '我们刚刚在所有…'],
  ])('is cut where it hurts least: %s', (text, most, short) => {
    expect(shorten(text, within(most))).toBe(short)
  })

  it('is never cut within a grapheme, a link, a handle or a hashtag', () => {
    const piece = fc.constantFrom(
      'word',
      'https://a.example/b?c=1',
      '@handle',
      '#Tag',
      '👩‍👩‍👧',
      'e\u0301',
      '東京',
      '.',
      ',',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 60 }), (pieces, most) => {
        const text = pieces.join(' ')
        const short = shorten(text, within(most))
        expect(short.length).toBeLessThanOrEqual(most)
        const kept = short.replace(/…$/u, '')
        expect(text.startsWith(kept)).toBe(true)
        const boundaries = [...new Intl.Segmenter('und').segment(text)].map(({ index }) => index)
        expect([...boundaries, text.length]).toContain(kept.length)
        for (const span of protectedSpans(text)) expect(kept.length <= span.start || kept.length >= span.end).toBe(true)
      }),
    )
  })
})
