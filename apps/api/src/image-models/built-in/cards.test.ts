import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { svgOf } from './card.ts'
import type { Card } from './card.ts'
import { PALETTES, QUIET_PALETTES } from './colour/palettes/index.ts'
import { composeCard } from './compose-card.ts'
import type { CardBrief, Wanted } from './compose-card.ts'
import { LAYOUTS } from './layouts/index.ts'
import { expectGoodCard } from './testing/check-card.ts'
import { ANYTHING, MADE_FOR, TEXTS } from './testing/texts.ts'

const SIZES = ['square', 'feed', 'portrait', 'landscape'] as const
const SCRIPTS = Object.entries(TEXTS)

async function compose(brief: Partial<CardBrief>, wanted?: Wanted): Promise<Card> {
  const card = await composeCard({ size: 'square', index: 0, seed: 1, colours: [], ...brief }, wanted)
  if (!card) throw new Error('No card')
  return card
}

const LENGTHS: readonly (readonly [string, (text: string) => string])[] = [
  ['a word', (text) => text.split(/\s/u)[0] ?? ''],
  ['a sentence or two', (text) => text],
  ['2000 characters', (text) => `${text} `.repeat(60).slice(0, 2000)],
  [
    '2000 characters without a stop',
    (text) =>
      `${text} `
        .repeat(60)
        .replace(/[.!?。！।，]/gu, '')
        .slice(0, 2000),
  ],
]

describe('a card', () => {
  it.each(SCRIPTS)('says all of two sentences in %s', async (_, text) => {
    for (const index of [0, 1, 2, 3]) {
      const said = (await compose({ prompt: text, index })).texts.map((one) => one.text).join(' ')
      expect(said).not.toContain('…')
    }
  })

  describe.each(SIZES)('of the size %s', (size) => {
    it.each(SCRIPTS)('keeps %s inside its margins, from one word to 2000 characters', async (_, text) => {
      for (const [index, [, cut]] of LENGTHS.entries()) {
        expectGoodCard(await compose({ prompt: cut(text), size, index }))
      }
    })

    it.each(LAYOUTS.map((layout) => [layout.name, layout] as const))(
      'in the layout %s stands on the colours that it was checked against',
      async (name, layout) => {
        for (const prompt of [MADE_FOR[name] ?? ANYTHING, MADE_FOR[name] ?? TEXTS['Hebrew'] ?? '']) {
          const card = await compose({ prompt, size }, { layout })
          expectGoodCard(card)
          await expectPlainBehindTexts(card)
        }
      },
    )
  })

  it.each(LAYOUTS.map((layout) => [layout.name, layout] as const))(
    'in the layout %s is readable in every palette',
    async (name, layout) => {
      for (const palette of PALETTES)
        expectGoodCard(await compose({ prompt: MADE_FOR[name] ?? ANYTHING }, { layout, palette }))
    },
  )

  it.each([
    ['Save 40% on all winter coats this weekend', '40%'],
    ['We planted 12,500 trees in 2026 thanks to you. Next stop: the river bank.', '12,500'],
    ['Open day on 14 March from 10:00 at the pottery studio. Try the wheel.', '14 March'],
    ['秋限定のラテが新登場。10月1日から全国の店舗で発売します。', '10月1日'],
    ['दिवाली पर 20% की छूट', '20%'],
  ])('says its figure or its date once: %s', async (prompt, hero) => {
    for (const index of [0, 1, 2, 3]) {
      const said = (await compose({ prompt, index })).texts.map(({ text }) => text).join(' | ')
      expect(said.split(hero), said).toHaveLength(2)
    }
  })

  it.each([
    'It is with great sadness that we say goodbye to our founder Ana Reis.',
    "C'est avec une profonde tristesse que nous annonçons le décès de Paul Girard.",
    'Wir trauern um unsere Kollegin Eva Brandt.',
  ])('of sad news has no ornament and nothing loud: %s', async (prompt) => {
    for (const index of [0, 1, 2, 3]) {
      const { layout, palette, texts } = await compose({ prompt, index, seed: 99 })
      expect(LAYOUTS.find(({ name }) => name === layout)?.isQuiet).toBe(true)
      const quiet = QUIET_PALETTES.find(({ name }) => name === palette)
      expect(texts.every(({ fill }) => fill === quiet?.ink)).toBe(true)
    }
  })

  it('is the same, byte by byte, when it is composed again', async () => {
    const brief = { prompt: ANYTHING, index: 2, seed: 4711 }
    expect(svgOf(await compose(brief))).toBe(svgOf(await compose(brief)))
  })

  it.each([ANYTHING, ...Object.values(MADE_FOR), 'Hello', '🚀'])(
    'differs from the others of its request in layout and palette: %s',
    async (prompt) => {
      for (const colours of [[], ['#f2ead8', '#1f6f8b', '#ff7f51'], ['#777777']]) {
        const looks = await Promise.all(
          [0, 1, 2, 3].map((index) => compose({ prompt, index, seed: index * 7919 + 13, colours })),
        )
        expect(new Set(looks.map(({ layout }) => layout)).size).toBe(4)
        expect(new Set(looks.map(({ palette }) => palette)).size).toBe(4)
      }
    },
  )
})

/** Paints the card without its texts and looks at every pixel that a text will stand on. */
async function expectPlainBehindTexts(card: Card): Promise<void> {
  const { data, info } = await sharp(Buffer.from(svgOf({ ...card, texts: [] })))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  for (const { box, on, text } of card.texts) {
    const wanted = [1, 3, 5].map((from) => Number.parseInt(on.slice(from, from + 2), 16))
    let farthest = 0
    for (let y = Math.ceil(box.y); y < Math.floor(box.y + box.height); y += 3) {
      for (let x = Math.ceil(box.x); x < Math.floor(box.x + box.width); x += 3) {
        const at = (y * info.width + x) * info.channels
        for (const [channel, value] of wanted.entries())
          farthest = Math.max(farthest, Math.abs((data[at + channel] ?? 0) - value))
      }
    }
    expect(farthest, `${card.layout}: ${text}`).toBeLessThanOrEqual(6)
  }
}
