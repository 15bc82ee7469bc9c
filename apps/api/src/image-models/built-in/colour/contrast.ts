import { lightOf } from './hex.ts'
import type { Hex } from './hex.ts'
import { hexOfOklch, oklchOf } from './oklch.ts'

/** What WCAG 2.2 asks between a text and its ground at level AA: https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const READABLE = 4.5

/** The contrast of two colours, 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

export function luminance(colour: Hex): number {
  const [r, g, b] = lightOf(colour)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The colour, made lighter or darker only as far as it takes to be read on a ground. */
export function readableOn(ground: Hex, colour: Hex, least: number = READABLE): Hex {
  if (contrast(ground, colour) >= least) return colour
  const { l, c, h } = oklchOf(colour)
  const candidates = [-1, 1].flatMap((way) => {
    for (let step = 0.02; l + way * step >= 0 && l + way * step <= 1; step += 0.02) {
      const moved = hexOfOklch({ l: l + way * step, c, h })
      if (contrast(ground, moved) >= least) return [{ step, moved }]
    }
    return []
  })
  const nearest = candidates.toSorted((a, b) => a.step - b.step)[0]
  if (nearest) return nearest.moved
  return contrast(ground, '#000000') > contrast(ground, '#ffffff') ? '#000000' : '#ffffff'
}
