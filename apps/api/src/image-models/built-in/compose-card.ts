import type { ImageBrief } from '../port.ts'
import type { Card } from './card.ts'
import { chooseLook } from './choose.ts'
import type { Layout } from './layouts/layout.ts'
import type { Palette } from './colour/palette.ts'
import { PALETTES } from './colour/palettes/index.ts'
import { CAPTION_PANEL } from './layouts/caption-panel.ts'
import { setFooter } from './scene/brand-footer.ts'
import type { BrandMarks } from './scene/brand-footer.ts'
import { createScene } from './scene/scene.ts'
import type { Scene } from './scene/scene.ts'
import { short } from './scene/shapes.ts'
import { coverTexts, keepDrawable } from './type/fonts/cover.ts'
import { forgetTypefaces } from './type/fonts/open-typeface.ts'
import type { CardWords } from './words/card-words.ts'
import { visibleText } from './words/clean-words.ts'
import { drawableWords } from './words/drawable-words.ts'
import { readWords } from './words/read-words.ts'

/** A brief without its pictures: what the composer needs, and what can be handed to a thread for nothing. */
export interface CardBrief extends Pick<ImageBrief, 'prompt' | 'caption' | 'size' | 'index' | 'seed'> {
  /** Of the style pictures. */
  readonly colours: readonly string[]
  readonly brandColours?: readonly string[]
  readonly brand?: BrandMarks
  /** It is laid over a picture. @default false */
  readonly isOverPicture?: boolean
}

/** A look to be had in any case: how tests and the gallery see every pair. */
export interface Wanted {
  readonly layout?: Layout
  readonly palette?: Palette
}

// What layouts draw besides: marks that stand large, figures before items, the space that keeps words together.
const OWN_SIGNS = ' \u00a0“”?؟1234567890…'

/** Composes a card. Undefined: there is nothing in the brief that a bundled font can draw. */
export async function composeCard(brief: CardBrief, wanted: Wanted = {}): Promise<Card | undefined> {
  forgetTypefaces()
  const read = await drawableWords(readWords(brief))
  if (!/\S/u.test(read.headline)) return undefined
  const marks = await marksOf(brief)
  const words = brief.isOverPicture ? withHandle(read, marks) : read
  const chosen = chooseLook(words, brief)
  const { layout, palette } = { ...chosen, ...(brief.isOverPicture && overPicture(brief)), ...wanted }
  const texts = [...textsOf(words), marks?.handle ?? '', OWN_SIGNS].flatMap((text) => [text, text.toLocaleUpperCase()])
  const [sans, serif, condensed] = await Promise.all([
    coverTexts(texts, 'sans', words.language),
    coverTexts(texts, 'serif', words.language),
    coverTexts(texts, 'condensed', words.language),
  ])
  const given = { words, palette, random: chosen.random, covers: { sans, serif, condensed } }
  const card = createScene(brief.size, given)
  const below = brief.isOverPicture ? undefined : marks
  const scene = createScene(brief.size, given, below !== undefined)
  const { ground = palette.ground, shapes, texts: placed, panel } = layout.compose(scene)
  const footer = below && setFooter(scene, below, { safe: card.safe, ground })
  const drawn = shapes.join('')
  // What stands left in Latin stands right in Arabic.
  const turned = words.direction === 'rtl' ? `<g transform="matrix(-1 0 0 1 ${scene.width} 0)">${drawn}</g>` : drawn
  return {
    width: card.width,
    height: card.height,
    layout: layout.name,
    palette: palette.name,
    safe: card.safe,
    ground,
    shapes: footer ? `${clipped(turned, scene)}${footer.shapes}` : turned,
    texts: [...placed, ...(footer?.texts ?? [])],
    ...(footer?.logo && { logo: footer.logo }),
    ...(panel && { panel }),
  }
}

/** A panel has no strip below it: who speaks stands above. */
function withHandle(words: CardWords, marks: BrandMarks | undefined): CardWords {
  const kicker = words.kicker ?? marks?.handle
  return { ...words, ...(kicker !== undefined && { kicker }) }
}

/** A picture has colours of its own: next to them a brand's are wanted, and otherwise none. */
function overPicture({ brandColours = [], seed }: CardBrief): Wanted {
  const palette = PALETTES.find(({ name }) => name === (seed % 2 === 0 ? 'swiss' : 'graphite'))
  return { layout: CAPTION_PANEL, ...(brandColours.length === 0 && palette && { palette }) }
}

/** Shapes that end where the strip of the brand begins. */
function clipped(shapes: string, { width, height }: Scene): string {
  return `<svg x="0" y="0" width="${width}" height="${short(height)}" overflow="hidden">${shapes}</svg>`
}

/** What of the brand can be drawn. Undefined: nothing. */
async function marksOf({ brand }: CardBrief): Promise<BrandMarks | undefined> {
  if (!brand) return undefined
  const handle = await keepDrawable(visibleText(brand.handle ?? '').replace(/\s+/gu, ' '), 'und')
  if (handle.trim() === '' && !brand.logo) return undefined
  return { ...(handle.trim() !== '' && { handle: handle.trim() }), ...(brand.logo && { logo: brand.logo }) }
}

function textsOf(words: CardWords): string[] {
  const { headline, kicker, detail, staged, dated, contrast, steps, prices, attribution, emblem } = words
  const sides = contrast?.sides.flatMap(({ label, text }) => [label, text]) ?? []
  const heroes = [staged?.figure, dated?.when, dated?.headline, dated?.detail]
  const texts = [
    headline,
    kicker,
    detail,
    contrast?.title,
    ...heroes,
    ...sides,
    ...steps,
    ...prices,
    attribution,
    emblem,
  ]
  return texts.filter((text) => text !== undefined)
}
