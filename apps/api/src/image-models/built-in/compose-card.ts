import type { ImageBrief } from '../port.ts'
import type { Card } from './card.ts'
import { chooseLook } from './choose.ts'
import type { Layout } from './layouts/layout.ts'
import type { Palette } from './colour/palette.ts'
import { createScene } from './scene/scene.ts'
import { coverTexts, keepDrawable } from './type/fonts/cover.ts'
import { forgetTypefaces } from './type/fonts/open-typeface.ts'
import type { CardWords } from './words/card-words.ts'
import { readWords } from './words/read-words.ts'

/** A brief without its pictures: what the composer needs, and what can be handed to a thread for nothing. */
export interface CardBrief extends Pick<ImageBrief, 'prompt' | 'caption' | 'size' | 'index' | 'seed'> {
  /** Of the style pictures. */
  readonly colours: readonly string[]
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
  const words = await drawableWords(readWords(brief))
  if (!/\S/u.test(words.headline)) return undefined
  const chosen = chooseLook(words, brief)
  const { layout, palette } = { ...chosen, ...wanted }
  const texts = [...textsOf(words), OWN_SIGNS].flatMap((text) => [text, text.toLocaleUpperCase()])
  const [sans, serif, condensed] = await Promise.all([
    coverTexts(texts, 'sans', words.language),
    coverTexts(texts, 'serif', words.language),
    coverTexts(texts, 'condensed', words.language),
  ])
  const scene = createScene(brief.size, { words, palette, random: chosen.random, covers: { sans, serif, condensed } })
  const { ground = palette.ground, shapes, texts: placed } = layout.compose(scene)
  const drawn = shapes.join('')
  return {
    width: scene.width,
    height: scene.height,
    layout: layout.name,
    palette: palette.name,
    safe: scene.safe,
    ground,
    // What stands left in Latin stands right in Arabic.
    shapes: words.direction === 'rtl' ? `<g transform="matrix(-1 0 0 1 ${scene.width} 0)">${drawn}</g>` : drawn,
    texts: placed,
  }
}

function textsOf({ headline, kicker, detail, figure, when, steps, attribution, emblem }: CardWords): string[] {
  return [headline, kicker, detail, figure, when, ...steps, attribution, emblem].filter((text) => text !== undefined)
}

async function drawableWords(words: CardWords): Promise<CardWords> {
  const keep = (text: string) => keepDrawable(text, words.language).then((kept) => kept.replace(/ {2,}/gu, ' ').trim())
  const kept: Record<string, string> = {}
  for (const key of ['headline', 'kicker', 'detail', 'figure', 'when', 'attribution', 'emblem'] as const) {
    const text = words[key]
    const drawable = text === undefined ? '' : await keep(text)
    if (drawable !== '') kept[key] = drawable
  }
  const steps = (await Promise.all(words.steps.map(keep))).filter((step) => step !== '')
  const { kind, isQuote, moods, language, direction } = words
  return { headline: '', ...kept, steps, kind, isQuote, moods, language, direction }
}
