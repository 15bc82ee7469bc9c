import type { ImageBrief } from '../port.ts'
import type { Palette } from './colour/palette.ts'
import { PALETTES, QUIET_PALETTES } from './colour/palettes/index.ts'
import { palettesOfBrand, palettesOfStyle } from './colour/palettes-of-style.ts'
import { LAYOUTS } from './layouts/index.ts'
import type { Layout } from './layouts/layout.ts'
import { hashOf, seededRandom } from './random.ts'
import type { Random } from './random.ts'
import type { CardWords } from './words/card-words.ts'

/** What a picture is chosen by, beside its words. */
export interface Choosing extends Pick<ImageBrief, 'index' | 'seed'> {
  /** Of style pictures, which this request asks for. */
  readonly colours: readonly string[]
  /** Of the brand, which holds where a request asks for nothing else, and the news is not sad. */
  readonly brandColours?: readonly string[]
}

/** How a card is to look, and the chance that is left to its layout. */
export interface Look {
  readonly layout: Layout
  readonly palette: Palette
  readonly random: Random
}

/** The most pictures of one request. */
const OF_ONE_REQUEST = 4

/**
 * Chooses layout and palette by what is said, by the picture's place and by its seed.
 *
 * What is said puts both in order. The seed chooses among the best four, the next four and so on, the place within these:
 * so no two pictures of a request have the layout or the palette of another, whatever their seeds are.
 */
export function chooseLook(words: CardWords, { index, seed, colours, brandColours = [] }: Choosing): Look {
  const order = seededRandom(hashOf(words.headline))
  const random = seededRandom(Math.imul(seed + 1, 0x9e3779b1) ^ index)
  const isSad = words.kind === 'sad'
  const suited = LAYOUTS.filter((layout) => layout.suits(words) > 0 && isSad === (layout.isQuiet ?? false))
  const layouts = inOrder(suited, (layout) => layout.suits(words), order)
  const bundled = inOrder(isSad ? QUIET_PALETTES : PALETTES, ({ moods }) => 1 + overlap(words.moods, moods), order)
  const ofStyle = palettesOfStyle(colours)
  const styled = ofStyle.length > 0 || isSad ? ofStyle : palettesOfBrand(brandColours)
  return {
    layout: take(layouts, index, isMadeFor(layouts[index], words) ? 0 : random() ** 3),
    palette: styled.length > 0 ? take(styled, index, 0) : take(bundled, index, random() ** 2),
    random,
  }
}

/** A quotation is to look like one, whatever the seed is. */
function isMadeFor(layout: Layout | undefined, words: CardWords): boolean {
  return layout !== undefined && layout.suits(words) >= 2
}

/** The item of a place, of the first four or, as far as `later` says (0 to below 1), of later ones. */
function take<T>(items: readonly T[], index: number, later: number): T {
  const groups = Math.max(1, Math.floor(items.length / OF_ONE_REQUEST))
  const item = items[(index + OF_ONE_REQUEST * Math.floor(later * groups)) % items.length]
  if (item === undefined) throw new Error('There is nothing to choose from')
  return item
}

function overlap(some: readonly string[], others: readonly string[]): number {
  return some.filter((one) => others.includes(one)).length * 0.9
}

/** Best first; what suits about as well changes places by chance. */
function inOrder<T>(items: readonly T[], scoreOf: (item: T) => number, random: Random): T[] {
  return items
    .map((item) => ({ item, score: scoreOf(item) + random() * 0.8 }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item)
}
