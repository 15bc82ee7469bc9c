import type { Box, LogoPlace, PlacedText } from '../card.ts'
import { contrast, readableOn } from '../colour/contrast.ts'
import type { Hex } from '../colour/hex.ts'
import { FOOTER } from './scene.ts'
import type { Scene } from './scene.ts'
import { rect } from './shapes.ts'
import { setStack } from './stack.ts'

/** What a brand puts below each of its cards. */
export interface BrandMarks {
  readonly handle?: string
  readonly logo?: DescribedLogo
}

/** A logo, as far as it has to be known to find a place for it. */
export interface DescribedLogo {
  readonly width: number
  readonly height: number
  /** The mean of what is not transparent. */
  readonly colour: Hex
  /** It has a ground of its own. */
  readonly isOpaque: boolean
}

interface Footer {
  readonly texts: readonly PlacedText[]
  readonly shapes: string
  readonly logo?: LogoPlace
}

/** The most of the strip that a logo takes. */
const WIDEST_LOGO = 0.45
/** Below this a logo is lost on its ground, and gets a plate. */
const SEEN = 2.4

/**
 * Sets handle and logo in a strip below a scene: the handle where lines begin, the logo where they end.
 *
 * @param safe of the whole card
 * @param ground what the strip is painted in
 */
export function setFooter(
  scene: Scene,
  { handle, logo }: BrandMarks,
  { safe, ground }: { safe: Box; ground: Hex },
): Footer {
  const { unit, words, palette, width } = scene
  const height = FOOTER.height * unit
  const strip = { ...safe, y: safe.y + safe.height - height, height }
  const place = logo && placeLogo(logo, strip)
  const room = strip.width - (place ? place.width + 4 * unit : 0)
  const fill = readableOn(
    ground,
    contrast(ground, palette.ink) > contrast(ground, palette.ground) ? palette.ink : palette.ground,
  )
  const isRtl = words.direction === 'rtl'
  // A handle is read from left to right, on whichever side it stands.
  const texts = setStack(
    { ...scene, words: { ...words, direction: 'ltr' } },
    {
      area: { ...strip, x: isRtl ? strip.x + strip.width - room : strip.x, width: room },
      anchor: 'middle',
      align: isRtl ? 'end' : 'start',
      parts:
        handle === undefined ? [] : [partOf(handle, scene.isWide || scene.isTall ? 4.8 : 4.2, { fill, on: ground })],
    },
  )
  if (!logo || !place) return { texts, shapes: '' }
  // Without a handle the logo stands where lines begin.
  const isLeft = (texts.length === 0) !== isRtl
  const x = isLeft ? safe.x : width - safe.x - place.width
  const box = { ...place, x }
  if (logo.isOpaque || contrast(ground, logo.colour) >= SEEN) return { texts, shapes: '', logo: box }
  const plate = contrast('#ffffff', logo.colour) > contrast('#16181c', logo.colour) ? '#ffffff' : '#16181c'
  const inner = 0.14 * height
  return {
    texts,
    shapes: rect(box, { fill: plate }),
    logo: { x: box.x + inner, y: box.y + inner, width: box.width - 2 * inner, height: box.height - 2 * inner },
  }
}

function placeLogo({ width, height }: DescribedLogo, strip: Box): Box {
  const scale = Math.min(strip.height / height, (strip.width * WIDEST_LOGO) / width)
  const size = { width: width * scale, height: height * scale }
  return { x: strip.x, y: strip.y + (strip.height - size.height) / 2, ...size }
}

function partOf(text: string, maxSize: number, colours: { readonly fill: Hex; readonly on: Hex }) {
  const look = { voice: 'sans', weight: 650, tracking: 0, leading: 1.2 } as const
  return { text, ...look, maxSize, minSize: 2, maxLines: 1, gap: 0, ...colours }
}
