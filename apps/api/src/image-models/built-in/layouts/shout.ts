import { detail, headline, kicker } from '../scene/parts.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover } from './layout.ts'
import type { Layout } from './layout.ts'

/** The loudest colour all over, and narrow type as large as it goes between two rules. */
export const SHOUT: Layout = {
  name: 'shout',
  suits: (words) => {
    if (words.kind === 'sad' || words.kind === 'notice') return 0
    return asCover(words, words.headline.length < 60 ? 1.3 : 0.6)
  },
  compose(scene) {
    const { safe, unit, palette } = scene
    const [on, fill] = [palette.accent, palette.onAccent]
    const rule = 0.6 * unit
    const area = { ...safe, y: safe.y + 4.5 * unit, height: safe.height - 9 * unit }
    const small = { fill, on }
    const below = setStack(scene, { area, anchor: 'bottom', parts: [detail(scene, small, { weight: 500 })] })
    const floor = below[0]?.box.y ?? area.y + area.height + 6 * unit
    const loud = { ...area, height: floor - 6 * unit - area.y }
    return {
      ground: on,
      shapes: [
        rect({ x: safe.x, y: safe.y, width: safe.width, height: rule }, { fill }),
        rect({ x: safe.x, y: safe.y + safe.height - rule, width: safe.width, height: rule }, { fill }),
      ],
      texts: [
        ...setStack(scene, {
          area: loud,
          anchor: below[0] ? 'top' : 'middle',
          parts: [
            kicker(scene, small),
            headline(scene, small, {
              voice: 'condensed',
              weight: 850,
              tracking: -0.008,
              leading: 0.9,
              maxSize: 36,
              minSize: 6,
              gap: 5,
            }),
          ],
        }),
        ...below,
      ],
    }
  },
}
