import { CAPTION_RULES, measureText } from '@powerpost/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { containsCta } from './analysis/call-to-action.ts'
import { write } from './test-kit.ts'
import { listHashtags } from '#reading/text/protected-spans.ts'

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'We',
      'launch',
      'our',
      'new',
      'coffee',
      'blend',
      'today.',
      'Why?',
      '50%',
      'off!',
      'in',
      'Porto',
      '—',
      '"quoted',
      'words."',
    ),
  },
  fc.constantFrom(
    'https://shop.example/a?B=1&c=2',
    'shop.com',
    '@studio.north',
    '#Brand',
    '#café',
    '#1',
    'C#',
    'a@b.co',
  ),
  fc.constantFrom('👩‍👩‍👧‍👦', '🏳️‍🌈', '🎉', '🇵🇹', 'e\u0301', '1️⃣', '👍🏽', '\u200d', '\u202e'),
  fc.constantFrom(
    '東京の新しい店。',
    '深色模式',
    'โหมดมืด',
    'الوضع الداكن',
    'डार्क मोड',
    '다크 모드를',
    'тёмная тема',
    'σκοτεινή',
  ),
  fc.constantFrom('\n', '\n\n\n', '\t', '  ', '1. one 2. two', '- item', '<b>', '->', '!!!', '...', '\ud800'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const textOf = (max: number) =>
  fc.array(piece, { maxLength: 60 }).map((pieces) => [...pieces.join(' ')].slice(0, max).join(''))
const prompts = textOf(500).filter((text) => /\S[\s\S]+\S/u.test(text) && /[\p{L}\p{N}\p{S}\p{P}]/u.test(text))
const ctas = fc.option(
  textOf(100).filter((text) => text.trim() !== ''),
  { nil: undefined },
)
const media = fc.constantFrom(
  [],
  [{ kind: 'image' as const, fileName: 'IMG_1.jpg', width: 4, height: 5, colours: ['red'] }],
)

describe('for any prompt and call to action', () => {
  it('every caption is within its platform’s limit, hashtags included', async () => {
    await forAll(async (given) => {
      for (const { platform, caption } of await write(given)) {
        const rules = CAPTION_RULES[platform]
        const text = typeof caption === 'string' ? caption : caption.description
        expect(measureText(text, rules.text.unit)).toBeLessThanOrEqual(rules.text.max)
        const own = listHashtags(given.ctaText ?? '', platform).length
        expect(listHashtags(text, platform).length).toBeLessThanOrEqual(rules.hashtags.max + own)
        if (typeof caption !== 'string') {
          expect(caption.title.length).toBeLessThanOrEqual(100)
          expect(`${caption.title}${caption.description}`).not.toMatch(/[<>]/u)
        }
      }
    })
  })

  it('no caption is empty, has blank edges, or more than one blank line of its own making', async () => {
    await forAll(async (given) => {
      for (const { caption } of await write(given)) {
        for (const text of typeof caption === 'string' ? [caption] : [caption.title, caption.description]) {
          expect(text).not.toBe('')
          expect(text).toBe(text.trim())
          expect(text.replace(given.ctaText?.trim() ?? '', '')).not.toMatch(/undefined|\n{5}/u)
        }
      }
    })
  })

  it('the call to action stands character for character wherever it fits', async () => {
    await forAll(async (given) => {
      const cta = given.ctaText?.trim()
      if (!cta) return
      for (const { platform, caption } of await write(given)) {
        const { unit, max } = CAPTION_RULES[platform].text
        if (measureText(cta, unit) > max) continue
        const text = typeof caption === 'string' ? caption : caption.description
        expect(containsCta(text, platform === 'youtube' ? withoutAngles(cta) : cta)).toBe(true)
      }
    })
  })

  it('the same brief gives the same captions', async () => {
    await forAll(async (given) => {
      expect(await write(given)).toEqual(await write(given))
    })
  })
})

async function forAll(check: (given: { prompt: string; ctaText?: string }) => Promise<void>): Promise<void> {
  const briefs = fc
    .record({ prompt: prompts, cta: ctas, media })
    .map(({ prompt, cta, media }) => ({ prompt, media, ...(cta === undefined ? {} : { ctaText: cta }) }))
  await fc.assert(fc.asyncProperty(briefs, check), { numRuns: 150 })
}

function withoutAngles(text: string): string {
  return text.replace(/<-/gu, '←').replace(/->|=>/gu, '→').replaceAll('<', '‹').replaceAll('>', '›')
}
