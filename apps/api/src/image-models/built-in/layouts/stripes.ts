import type { Mood } from '../colour/palette.ts'
import { usualParts } from '../scene/parts.ts'
import { cut } from '../scene/scene.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover, has } from './layout.ts'
import type { Layout } from './layout.ts'

const LOUD: readonly Mood[] = ['bold', 'technical']

// Each bar thinner than the one before, as much as a fifth is than an octave.
const BARS = [8, 5, 3, 2, 1, 0.6]

/** Bars that thin out, like a sound that fades: along the side, or above on upright cards. */
export const STRIPES: Layout = {
  name: 'stripes',
  suits: (words) => asCover(words, has(words, LOUD) ? 1.2 : 0.4),
  compose(scene) {
    const { safe, width, height, palette, isWide, unit } = scene
    const reach = isWide ? width * 0.36 : height * (scene.isTall ? 0.36 : 0.34)
    const total = BARS.reduce((sum, bar) => sum + bar, 0)
    const gap = (reach * 0.2) / (BARS.length - 1)
    let from = 0
    const bars = BARS.map((bar, index) => {
      const thick = (reach * 0.8 * bar) / total
      const fill = [palette.accent, palette.ink, palette.second][index % 3] ?? palette.accent
      const box = isWide
        ? { x: width - from - thick, y: 0, width: thick, height }
        : { x: 0, y: from, width, height: thick }
      from += thick + gap
      return rect(box, { fill })
    })
    const area = isWide
      ? { ...cut(safe, 'left', 0.64), width: width - reach - safe.x - 6 * unit }
      : { ...safe, y: reach + 7 * unit, height: safe.y + safe.height - reach - 7 * unit }
    return {
      shapes: bars,
      texts: setStack(scene, {
        area,
        anchor: 'bottom',
        parts: usualParts(scene),
      }),
    }
  },
}
