import sharp from 'sharp'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { svgOf } from './card.ts'
import { composeCard } from './compose-card.ts'
import { expectGoodCard } from './testing/check-card.ts'

const LOOK = { size: 'square', index: 0, seed: 1, colours: [] } as const

const PROMPTS: Readonly<Record<string, string>> = {
  'an override of direction': 'Open \u202egnp.exe\u202c now \u2066and\u2069 \u200fhere\u200e',
  'a tower of marks': `Z${'\u0361\u0489\u0300'.repeat(200)}a${'\u0310'.repeat(300)}lgo is here`,
  '2000 emoji': '😀🎉👩‍👩‍👧‍👦🏳️‍🌈👍🏽'.repeat(150),
  'NUL and other controls': 'A\u0000B\u0007 \u001b[31mred\u001b[0m \u0085 fine',
  'lone surrogates': 'Half \ud83d of a \ude00 pair',
  markup: '<svg onload=alert(1)><script>x</script>&lt;!ENTITY &#x41; "]]> </svg>',
  'one word of 2000 letters': 'x'.repeat(2000),
  'one word of 400 Han signs': '漢'.repeat(400),
  'one word of Arabic': 'س'.repeat(500),
  'no-break spaces alone between words':
    'all\u00a0of\u00a0this\u00a0is\u00a0one\u00a0line\u00a0that\u00a0nobody\u00a0may\u00a0break\u00a0at\u00a0all',
  'signs alone': '!!! ??? --- *** ### @@@ 1',
  'signs of a script without a font': '𓀀𓀁𓀂 with a word',
  'quotes that never close': '"“«„ said he',
  'a list of nothing': '1.\n2.\n3.\n-\n-',
  'a figure of 300 digits': `${'9'.repeat(300)}% off`,
  'joiners and selectors': '\u200d\ufe0f\u200c a\u200db \ufe0e\u{e0061}\u{e007f}',
}

describe('a hostile prompt', () => {
  it.each(Object.entries(PROMPTS))('of %s makes an ordinary card', async (_, prompt) => {
    for (const index of [0, 1, 2, 3]) {
      const card = await composeCard({ ...LOOK, prompt, index })
      if (!card) throw new Error('No card')
      expectGoodCard(card)
      const svg = svgOf(card)
      // Outlines only: no text, no reference to anything outside.
      expect(svg).not.toMatch(/<text|<script|<image|<foreignObject|href|on\w+=|&/u)
      expect((await sharp(Buffer.from(svg)).metadata()).format).toBe('svg')
    }
  })

  it.each([
    ['nothing', ''],
    ['controls', '\u0000\u0001\u202e\u200b'],
    ['a script without a font', '𓀀𓀁𓀂'],
    ['characters that mean nothing', '\ue000\uf8ff\u{10ffff}'],
    ['a link', 'https://example.com/a'],
  ])('of %s alone is no card', async (_, prompt) => {
    expect(await composeCard({ ...LOOK, prompt })).toBeUndefined()
  })

  it('of any characters at all makes a card or none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), fc.nat(20), async (prompt, index) => {
        const card = await composeCard({ ...LOOK, prompt, index })
        if (card) expectGoodCard(card)
      }),
      { numRuns: 60, seed: 1 },
    )
  })
})
