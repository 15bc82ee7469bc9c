import { detail, headline, kicker } from '../scene/parts.ts'
import { cut } from '../scene/scene.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover } from './layout.ts'
import type { Layout } from './layout.ts'

/** Type alone: a bar, a label, and a headline that stands on the lower edge. */
export const EDITORIAL: Layout = {
  name: 'editorial',
  suits: (words) => asCover(words, 1),
  compose(scene) {
    const { safe, unit, palette } = scene
    const on = palette.ground
    const top = { ...safe, y: safe.y + 5 * unit, height: 12 * unit }
    return {
      shapes: [rect({ x: safe.x, y: safe.y, width: 12 * unit, height: 1.5 * unit }, { fill: palette.accent })],
      texts: [
        ...setStack(scene, {
          area: top,
          anchor: 'top',
          parts: [kicker(scene, { fill: palette.accentInk, on }, { share: 1 })],
        }),
        ...setStack(scene, {
          area: { ...cut(safe, 'bottom', scene.isWide ? 0.76 : 0.8) },
          anchor: 'bottom',
          parts: [headline(scene, { fill: palette.ink, on }), detail(scene, { fill: palette.ink, on })],
        }),
      ],
    }
  },
}
