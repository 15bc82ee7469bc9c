import { CAPTION_RULES, findHashtags, findUrls, measureText, PLATFORMS } from '@powerpost/contract'
import type { CaptionRules } from '@powerpost/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canStandIn, countCallToAction } from './call-to-action.ts'
import { fitCaption } from './fit-caption.ts'
import type { PlatformCaption } from './port.ts'

function fitX(caption: string, ctaText?: string): string {
  const fitted = fitCaption({ platform: 'x', caption }, ctaText)
  if (fitted.platform !== 'x') throw new Error('another platform')
  return fitted.caption
}

const LONG = 'It is so very dark in here. '.repeat(12)

describe('a caption that is too long', () => {
  it('is cut at a sentence', () => {
    expect(fitX(`Dark mode is here. ${LONG}`)).toMatch(/in here\.$/u)
    expect(measureText(fitX(`Dark mode is here. ${LONG}`), 'x_weighted')).toBeGreaterThan(240)
  })

  it('is cut at a clause where no sentence ends', () => {
    expect(fitX(`${'dark mode '.repeat(20)}is here, ${'and it is dark '.repeat(20)}`)).toMatch(/mode is here$/u)
  })

  it('is cut at a word where no clause ends', () => {
    expect(fitX('word '.repeat(100))).toMatch(/^(?:word )+word…$/u)
  })

  it('is cut within a word only where that is all there is, and never within a grapheme', () => {
    const letter = 'a\u0301\u0302'
    const fitted = fitX(letter.repeat(300))
    expect(fitted).toBe(letter.repeat(fitted.length / letter.length))
    expect(measureText(fitted, 'x_weighted')).toBeGreaterThan(270)
  })

  it('does not make the sign of the cut a part of a link', () => {
    expect(fitX('https://a.example/b '.repeat(50))).toMatch(/https:\/\/a\.example\/b …$/u)
  })

  it('keeps call to action and hashtags', () => {
    const fitted = fitX(
      `${LONG}\n\nGet it: https://apps.example/dark\n\n#DarkMode #Apps`,
      'Get it: https://apps.example/dark',
    )
    expect(fitted).toMatch(/in here\.\n\nGet it: https:\/\/apps\.example\/dark\n\n#DarkMode #Apps$/u)
  })

  it('gives up hashtags, the last first, before the words and never the call to action', () => {
    const ctaText = '購'.repeat(100)
    const fitted = fitX(`${LONG}\n\n${ctaText}\n\n#${'a'.repeat(30)} #${'b'.repeat(30)}`, ctaText)
    expect(fitted).toContain(ctaText)
    expect(fitted).not.toContain('#b')
    expect(fitted).toMatch(/^It is so very dark/u)
  })

  it('does not end behind the dot of a title', () => {
    const fitted = fitX(
      `${'The clinic of our town has a new and very good doctor for all, '.repeat(4)}named Dr. Strange and others`,
    )
    expect(fitted).not.toMatch(/Dr\.$/u)
  })
})

describe('a caption that keeps the rules', () => {
  it.each(['Dark mode is here. #DarkMode', 'Two\n\nparagraphs, and  double blanks', 'https://example.com/a?b=c#d'])(
    'is left alone: %j',
    (caption) => {
      expect(fitX(caption)).toBe(caption)
    },
  )
})

describe('a caption that breaks other rules', () => {
  it('gets the call to action before its hashtags', () => {
    expect(fitX('Dark mode.\n\n#Dark', 'Get it.')).toBe('Dark mode.\n\nGet it.\n\n#Dark')
  })

  it('says the call to action once', () => {
    expect(fitX('Get it. Dark mode. Get it.', 'Get it.')).toBe('Dark mode.\n\nGet it.')
  })

  it('loses hashtags behind the words first, then the signs of those within', () => {
    expect(fitX('A #b c #d e #f g\n\n#h #i')).toBe('A #b c #d e f g')
    expect(fitX('A b\n\n#h #i #j')).toBe('A b\n\n#h #i')
  })

  it('leaves the hashtags of the call to action alone', () => {
    expect(fitX('A #b c', '#one #two #three')).toBe('A b c\n\n#one #two #three')
  })

  it('has look-alikes for what YouTube refuses', () => {
    expect(fitCaption({ platform: 'youtube', caption: { title: '<3 -> you', description: 'a < b' } })).toEqual({
      platform: 'youtube',
      caption: { title: '‹3 → you', description: 'a ‹ b' },
    })
  })
})

describe('whatever a model writes', () => {
  const piece = fc.constantFrom(
    'word',
    'Dr.',
    'end. ',
    'half, ',
    '\n\n',
    ' ',
    '#Tag',
    '#Öl',
    '#タグ',
    '#glued#tags#1',
    'https://a.example/b?c=1#d',
    '@handle',
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
    'e\u0301',
    '東京。',
    '<b>',
    'Get it: a.shop',
    '\u{1F1E9}\u{1F1EA}',
    '…',
  )
  const text = fc.array(piece, { minLength: 1, maxLength: 400 }).map((pieces) => `Words${pieces.join('')}`)
  const ctaText = fc.option(fc.constantFrom('Get it: a.shop', '#now', 'a < b', '購'.repeat(100), 'go'), {
    nil: undefined,
  })

  it('leaves words alone that hold the call to action', () => {
    const caption = 'Good things take long, and we are Goal-driven.'
    expect(fitCaption({ platform: 'x', caption }, 'Go').caption).toBe(`${caption}\n\nGo`)
  })

  it('keeps every rule of its platform', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLATFORMS), text, ctaText, (platform, said, cta) => {
        const caption: PlatformCaption =
          platform === 'youtube'
            ? { platform, caption: { title: said, description: said } }
            : { platform, caption: said }
        const fitted = fitCaption(caption, cta)
        const rules: CaptionRules = CAPTION_RULES[platform]
        const main = fitted.platform === 'youtube' ? fitted.caption.description : fitted.caption
        expect(main).not.toBe('')
        expect(main).toBe(main.trim())
        expect(measureText(main, rules.text.unit)).toBeLessThanOrEqual(rules.text.max)
        const tagsOfCta = findHashtags(cta ?? '', platform).length
        expect(findHashtags(main, platform).length).toBeLessThanOrEqual(Math.max(rules.hashtags.max, tagsOfCta))
        if (cta !== undefined && canStandIn(cta, rules)) expect(countCallToAction(main, cta)).toBe(1)
        for (const character of rules.forbidden ?? []) expect(main).not.toContain(character)
        if (fitted.platform === 'youtube') expect(fitted.caption.title.length).toBeLessThanOrEqual(100)
      }),
      { numRuns: 500 },
    )
  })

  it('is cut within no grapheme, link or hashtag', () => {
    fc.assert(
      fc.property(text, (said) => {
        fc.pre(findHashtags(said, 'x').length === 0)
        const kept = fitX(said).replace(/ ?…$/u, '')
        expect(said.startsWith(kept)).toBe(true)
        const boundaries = [...new Intl.Segmenter('und').segment(said)].map(({ index }) => index)
        expect([...boundaries, said.length]).toContain(kept.length)
        for (const { start, end } of findUrls(said)) expect(kept.length <= start || kept.length >= end).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is fitted in time that does not explode', () => {
    const startedAt = performance.now()
    fitX('https://a.example/b '.repeat(10_000))
    fitX('#tag '.repeat(40_000))
    fitX('a, b. '.repeat(33_000))
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })
})
