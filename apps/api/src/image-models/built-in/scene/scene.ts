import { IMAGE_DIMENSIONS } from '../../port.ts'
import type { ImageSize } from '../../port.ts'
import type { Box, PlacedText } from '../card.ts'
import type { Palette } from '../colour/palette.ts'
import type { Random } from '../random.ts'
import type { Cover } from '../type/fonts/cover.ts'
import type { Voice } from '../type/fonts/families.ts'
import type { CardWords } from '../words/card-words.ts'

/** What a layout works with. It thinks from left to right; for scripts from right to left the whole is mirrored after it. */
export interface Scene {
  readonly words: CardWords
  readonly palette: Palette
  readonly random: Random
  readonly width: number
  readonly height: number
  /** Where texts may stand. */
  readonly safe: Box
  /** A hundredth of the shorter side: what sizes are measured by. Pixels. */
  readonly unit: number
  readonly isWide: boolean
  readonly isTall: boolean
  readonly covers: Readonly<Record<Voice, Cover>>
}

/** What a layout makes. */
export interface Composition {
  /** @default the palette's */
  readonly ground?: Palette['ground']
  readonly shapes: readonly string[]
  readonly texts: readonly PlacedText[]
  /** The ground of the texts, where they are laid over a picture. */
  readonly panel?: Box
}

/** Of the shorter side. */
const MARGIN = 0.082
// What Instagram, TikTok and YouTube lay over a story or a short: names above, buttons and the caption below.
const TALL_TOP = 0.14
const TALL_BOTTOM = 0.2

/** Of the strip with handle and logo, and of the space above it. Units. */
export const FOOTER = { height: 6, gap: 2.6 } as const
/** Below the text, above the strip. Units. */
const ABOVE_FOOTER = 5

/**
 * The scene of a card of a size.
 *
 * @param hasFooter with room below it for handle and logo: the scene is so much lower than the card
 */
export function createScene(
  size: ImageSize,
  given: Pick<Scene, 'words' | 'palette' | 'random' | 'covers'>,
  hasFooter = false,
): Scene {
  const { width, height } = IMAGE_DIMENSIONS[size]
  const unit = Math.min(width, height) / 100
  const isTall = size === 'portrait'
  const margin = Math.min(width, height) * MARGIN
  const top = isTall ? height * TALL_TOP : margin
  const bottom = isTall ? height * TALL_BOTTOM : margin
  const footer = hasFooter ? bottom + (FOOTER.height + FOOTER.gap) * unit : 0
  const inner = height - footer
  const below = hasFooter ? ABOVE_FOOTER * unit : bottom
  return {
    ...given,
    width,
    height: inner,
    isTall,
    isWide: width > height,
    unit,
    safe: { x: margin, y: top, width: width - 2 * margin, height: inner - top - below },
  }
}

/** The part of a box that is left of, right of, above or below a share of it. */
export function cut(box: Box, side: 'left' | 'right' | 'top' | 'bottom', share: number): Box {
  const width = side === 'left' || side === 'right' ? box.width * share : box.width
  const height = side === 'top' || side === 'bottom' ? box.height * share : box.height
  return {
    x: side === 'right' ? box.x + box.width - width : box.x,
    y: side === 'bottom' ? box.y + box.height - height : box.y,
    width,
    height,
  }
}
