import { usualParts } from '../scene/parts.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover } from './layout.ts'
import type { Layout } from './layout.ts'

/** A heavy bar along the beginning of every line. */
export const BAR: Layout = {
  name: 'bar',
  suits: (words) => asCover(words, 1.2),
  compose(scene) {
    const { safe, height, unit, palette } = scene
    const thick = 5 * unit
    const indent = thick + 1 * unit
    return {
      shapes: [rect({ x: 0, y: 0, width: thick, height }, { fill: palette.accent })],
      texts: setStack(scene, {
        area: { ...safe, x: safe.x + indent - 2 * unit, width: safe.width - indent + 2 * unit },
        anchor: 'middle',
        parts: usualParts(scene),
      }),
    }
  },
}
