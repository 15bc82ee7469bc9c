import { generateContentRequestSchema, PLATFORMS, POST_TYPES } from '@powerpost/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBuiltInTextModel } from './built-in/index.ts'
import { checkCaption, isTolerable } from './check-caption.ts'
import type { Brief } from './port.ts'

describe('a caption', () => {
  it('within all rules breaks none', () => {
    expect(checkCaption({ platform: 'x', caption: 'Dark mode is here. #DarkMode' }, 'Dark mode')).toEqual([])
  })

  it.each([
    [{ platform: 'x', caption: ' ' }, 'empty'],
    [{ platform: 'x', caption: 'a'.repeat(281) }, 'text_length'],
    [{ platform: 'x', caption: '漢'.repeat(141) }, 'text_length'],
    [{ platform: 'x', caption: '#a #b #c' }, 'hashtag_count'],
    [{ platform: 'instagram', caption: '#a #b #c #d #e #f' }, 'hashtag_count'],
    [{ platform: 'youtube', caption: { title: 'a'.repeat(101), description: 'b' } }, 'title_length'],
    [{ platform: 'youtube', caption: { title: 'a', description: 'é'.repeat(2501) } }, 'text_length'],
    [{ platform: 'youtube', caption: { title: '<a', description: 'b' } }, 'forbidden_character'],
  ] as const)('that breaks a rule is told which: %o', (caption, rule) => {
    expect(checkCaption(caption).map((broken) => broken.rule)).toEqual([rule])
  })

  it('without the call to action breaks a rule, unless its platform refuses the call to action itself', () => {
    expect(checkCaption({ platform: 'x', caption: 'Dark mode' }, 'Buy now')).toMatchObject([{ rule: 'cta_missing' }])
    const youtube = { platform: 'youtube', caption: { title: 'a', description: 'b' } } as const
    expect(checkCaption(youtube, 'a <b> c')).toEqual([])
    expect(checkCaption({ platform: 'x', caption: 'a' }, Array(13).fill('https://a.co').join(' '))).toEqual([])
  })
})

describe('a call to action', () => {
  it.each([
    ['Buy now. Go!', 'Go', []],
    ['Good, ago, Go4it.', 'Go', ['cta_missing']],
    ['Go and go and Go', 'Go', ['cta_repeated']],
    ['今すぐ購入しよう', '購入', []],
    ['Save 50% today', '50%', []],
    ['Save 150% today', '50%', ['cta_missing']],
    ['See a.shop/x?b=(1) and more', 'a.shop/x?b=(1)', []],
  ] as const)('stands in %j, as %j, if not within a word', (caption, cta, broken) => {
    expect(checkCaption({ platform: 'linkedin', caption }, cta).map(({ rule }) => rule)).toEqual(broken)
  })

  it('that is said twice is bad style, and no reason to fail', () => {
    expect(checkCaption({ platform: 'x', caption: 'Go. Go.' }, 'Go').every(isTolerable)).toBe(true)
    expect(checkCaption({ platform: 'x', caption: 'Stay.' }, 'Go').every(isTolerable)).toBe(false)
  })
})

describe("the built-in model's captions", () => {
  const text = fc.string({ unit: 'grapheme', minLength: 3, maxLength: 200 })
  const words = fc.array(
    fc.constantFrom('Launch', '#Tag', 'https://a.co/x', '50%', '@me', '🎉', 'über', '漢字', 'today.', '\n', '<b>'),
    {
      minLength: 2,
      maxLength: 60,
    },
  )
  const prompt = fc
    .oneof(
      text,
      words.map((list) => list.join(' ').slice(0, 500)),
    )
    .filter((value) => generateContentRequestSchema.shape.prompt.safeParse(value).success)
  const callToAction = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .map((value) => value.trim())
    .filter((value) => value !== '')

  it('break no rule, whatever they are asked for', { timeout: 120_000 }, async () => {
    const model = createBuiltInTextModel()
    await fc.assert(
      fc.asyncProperty(prompt, fc.option(callToAction), async (given, cta) => {
        const brief: Brief = {
          prompt: given,
          ...(cta !== null && { ctaText: cta }),
          platforms: PLATFORMS,
          postTypes: POST_TYPES,
          researchMode: 'regular',
          media: [],
        }
        for await (const caption of model.write(brief, { signal: new AbortController().signal })) {
          const broken = checkCaption(caption, brief.ctaText).filter((rule) => !isTolerable(rule))
          expect(broken, JSON.stringify({ given, cta, caption })).toEqual([])
        }
      }),
      { numRuns: 400 },
    )
  })
})
