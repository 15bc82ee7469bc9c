import type { Mood } from '../colour/palette.ts'
import { usualParts } from '../scene/parts.ts'
import { cut } from '../scene/scene.ts'
import { circle } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover, has } from './layout.ts'
import type { Layout } from './layout.ts'

const LOUD: readonly Mood[] = ['bold', 'playful']

const RINGS = 5

/** Rings that spread from a corner, and the text in the calm beside them. */
export const ARCS: Layout = {
  name: 'arcs',
  suits: (words) => asCover(words, has(words, LOUD) ? 1.2 : 0.4),
  compose(scene) {
    const { safe, width, height, palette, isWide, isTall } = scene
    const radius = isWide ? height * 0.86 : isTall ? width * 0.66 : Math.min(width * 0.56, height * 0.46)
    const centre = isWide ? { x: width, y: height } : { x: width, y: 0 }
    const rings = Array.from({ length: RINGS }, (_, index) =>
      circle(centre.x, centre.y, (radius * (RINGS - index)) / RINGS, {
        fill: [palette.accent, palette.ground, palette.second, palette.ground, palette.accent][index] ?? palette.accent,
      }),
    )
    const area = isWide ? cut(safe, 'left', 0.52) : cut(safe, 'bottom', isTall ? 0.6 : 0.56)
    return {
      shapes: rings,
      texts: setStack(scene, {
        area,
        anchor: 'bottom',
        parts: usualParts(scene),
      }),
    }
  },
}
