import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { contrast } from './colour/contrast.ts'
import { composeCard } from './compose-card.ts'
import type { CardBrief } from './compose-card.ts'
import { describeLogo } from './describe-logo.ts'
import { createBuiltInImageModel } from './index.ts'
import { LAYOUTS } from './layouts/index.ts'
import { expectGoodCard } from './testing/check-card.ts'
import { ANYTHING, MADE_FOR } from './testing/texts.ts'

const SIZES = ['square', 'feed', 'portrait', 'landscape'] as const
const LOGO = { width: 300, height: 120, colour: '#b4532a', isOpaque: false } as const
const BRAND = { handle: '@copperpot', logo: LOGO }
const COLOURS = ['#b4532a', '#f3e6d3', '#2c1a12']

async function compose(brief: Partial<CardBrief>, layout = LAYOUTS[0]) {
  const whole = { prompt: ANYTHING, size: 'square', index: 0, seed: 1, colours: [], brand: BRAND, ...brief } as const
  const card = await composeCard(whole, layout && { layout })
  if (!card) throw new Error('No card')
  return card
}

describe('the brand of a workspace', () => {
  it.each(LAYOUTS.map((layout) => [layout.name, layout] as const))(
    'stands below the layout %s, clear of its texts and inside the margins',
    async (name, layout) => {
      for (const size of SIZES) {
        const card = await compose({ prompt: MADE_FOR[name] ?? ANYTHING, size }, layout)
        expectGoodCard(card)
        const { logo, safe, texts } = card
        if (!logo) throw new Error('No logo')
        expect(texts.at(-1)?.text).toBe('@copperpot')
        expect(logo.x).toBeGreaterThanOrEqual(safe.x - 0.5)
        expect(logo.x + logo.width).toBeLessThanOrEqual(safe.x + safe.width + 0.5)
        expect(logo.y + logo.height).toBeLessThanOrEqual(safe.y + safe.height + 0.5)
        for (const { box } of texts)
          expect(
            box.x + box.width <= logo.x || logo.x + logo.width <= box.x || box.y + box.height <= logo.y + 0.5,
          ).toBe(true)
      }
    },
  )

  it('gives its colours, where a request has no look of its own and nobody has died', async () => {
    const ofBrand = await compose({ brandColours: COLOURS })
    expect(ofBrand.palette).toMatch(/^style-/u)
    expect(ofBrand.ground).toBe('#f3e6d3')
    const ofStyle = await compose({ brandColours: COLOURS, colours: ['#0b3954', '#e9dcc3'] })
    expect(ofStyle.ground).toBe('#e9dcc3')
    const sad = { prompt: 'Our founder Ana Reis has died.', brandColours: ['#ff0055'] }
    expect((await composeCard({ size: 'square', index: 0, seed: 1, colours: [], ...sad }))?.palette).not.toMatch(
      /^style-/u,
    )
  })

  it('is seen: a colour as light as paper becomes the ground', async () => {
    const { ground, texts } = await compose({ brandColours: ['#ffe600', '#ffffff'] })
    expect(ground).toBe('#ffe600')
    for (const { fill } of texts) expect(contrast(fill, '#ffe600')).toBeGreaterThanOrEqual(4.5)
  })

  it('puts a logo that would be lost on its ground on a plate', async () => {
    const white = { ...LOGO, colour: '#f3e6d3' } as const
    const lost = await compose({ brand: { logo: white }, brandColours: COLOURS })
    const seen = await compose({ brand: { logo: LOGO }, brandColours: COLOURS })
    expect(lost.shapes).toContain('fill="#16181c"')
    expect(seen.shapes).not.toContain('fill="#16181c"')
  })

  it('reads a handle from left to right on a card from right to left', async () => {
    const { texts, safe, logo } = await compose({ prompt: 'قهوتنا الجديدة متوفرة الآن' })
    const handle = texts.at(-1)
    expect(handle?.text).toBe('@copperpot')
    expect((handle?.box.x ?? 0) + (handle?.box.width ?? 0)).toBeCloseTo(safe.x + safe.width, 0)
    expect(logo?.x).toBeCloseTo(safe.x, 0)
  })

  it('is painted: the colours of its logo are in the picture', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120"><rect width="300" height="120" fill="#00ff00"/></svg>'
    const bytes = await sharp(Buffer.from(svg)).png().toBuffer()
    expect(await describeLogo(bytes)).toMatchObject({ width: 300, height: 120, isOpaque: true, colour: '#00ff00' })
    const brand = { colours: [], logo: { mimeType: 'image/png', bytes } } as const
    const brief = { prompt: 'Slow mornings', size: 'square', styleImages: [], index: 0, seed: 1, brand } as const
    const drawn = await createBuiltInImageModel().draw(brief, { signal: new AbortController().signal })
    const { data, info } = await sharp(drawn.bytes).raw().toBuffer({ resolveWithObject: true })
    let green = 0
    for (let at = 0; at < data.length; at += info.channels)
      if ((data[at] ?? 255) < 60 && (data[at + 1] ?? 0) > 200 && (data[at + 2] ?? 255) < 60) green += 1
    expect(green).toBeGreaterThan(5000)
  })

  it('of a logo that is all transparent is nothing', async () => {
    const bytes = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#ffffff00' } })
      .png()
      .toBuffer()
    expect(await describeLogo(bytes)).toBeUndefined()
  })
})
