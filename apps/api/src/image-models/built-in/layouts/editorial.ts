import { detail, headline, kicker } from '../scene/parts.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover } from './layout.ts'
import type { Layout } from './layout.ts'

/** Type as on the front of a magazine: a heavy rule, the headline hung from it, what there is to add at the foot. */
export const EDITORIAL: Layout = {
  name: 'editorial',
  suits: (words) => asCover(words, 1.4),
  compose(scene) {
    const { safe, unit, palette } = scene
    const on = palette.ground
    const rule = 1.6 * unit
    const area = { ...safe, y: safe.y + rule + 5 * unit, height: safe.height - rule - 5 * unit }
    const below = setStack(scene, { area, anchor: 'bottom', parts: [detail(scene, { fill: palette.ink, on })] })
    const floor = below[0] ? below[0].box.y - 6 * unit : area.y + area.height
    return {
      shapes: [rect({ x: safe.x, y: safe.y, width: safe.width, height: rule }, { fill: palette.accent })],
      texts: [
        ...setStack(scene, {
          area: { ...area, height: floor - area.y },
          anchor: below[0] ? 'top' : 'middle',
          parts: [
            kicker(scene, { fill: palette.accentInk, on }),
            headline(scene, { fill: palette.ink, on }, { maxSize: 19, gap: 4 }),
          ],
        }),
        ...below,
      ],
    }
  },
}
