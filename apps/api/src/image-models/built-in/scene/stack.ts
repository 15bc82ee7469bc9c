import type { Box, PlacedText } from '../card.ts'
import { heightOf, placeText } from './place-text.ts'
import type { Scene } from './scene.ts'
import { fitPart } from './text-part.ts'
import type { FittedPart, TextPart } from './text-part.ts'

/** Texts one below the other. */
export interface Stack {
  readonly area: Box
  /** From top to bottom; what is undefined is not there. */
  readonly parts: readonly (StackPart | undefined)[]
  readonly anchor: 'top' | 'middle' | 'bottom'
  /** @default 'start' */
  readonly align?: 'start' | 'center' | 'end'
}

export interface StackPart extends TextPart {
  /** Space to the part before it, in units. */
  readonly gap: number
  /** At most so much of the area's height; without it, all that the others leave. */
  readonly share?: number
}

/** Sets a stack: the parts with a share first, then the rest takes what is left. Parts without room are left out. */
export function setStack(scene: Scene, { area, parts, anchor, align = 'start' }: Stack): PlacedText[] {
  const wanted = parts.filter((part) => part !== undefined && part.text !== '') as StackPart[]
  const fitted = new Map<StackPart, FittedPart>()
  let left = area.height
  for (const part of wanted.toSorted((a, b) => Number(a.share === undefined) - Number(b.share === undefined))) {
    const gap = part === wanted[0] ? 0 : part.gap * scene.unit
    const found = fitPart(scene, part, area.width, Math.min((part.share ?? 1) * area.height, left - gap))
    if (!found) continue
    fitted.set(part, found)
    left -= heightOf(found.fitted) + gap
  }
  let y = area.y + (anchor === 'top' ? 0 : anchor === 'bottom' ? left : left / 2)
  return wanted.flatMap((part, index) => {
    const found = fitted.get(part)
    if (!found) return []
    if (index > 0) y += part.gap * scene.unit
    const box = mirrored(scene, { ...area, y, height: heightOf(found.fitted) })
    y += box.height
    const { direction } = scene.words
    return [placeText(found.fitted, { text: found.part.text, box, align, direction, fill: part.fill, on: part.on })]
  })
}

/** Where a box is on a card whose text runs from right to left. */
function mirrored({ words, width }: Scene, box: Box): Box {
  return words.direction === 'ltr' ? box : { ...box, x: width - box.x - box.width }
}
