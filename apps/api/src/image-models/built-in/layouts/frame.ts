import { detail, headline, kicker } from '../scene/parts.ts'
import { path, rect, at } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover } from './layout.ts'
import type { Layout } from './layout.ts'

/** A fine frame, a rhomb, and serifs on the middle axis: an invitation. */
export const FRAME: Layout = {
  name: 'frame',
  suits: (words) => {
    if (words.kind === 'sad' || words.kind === 'gratitude') return 2.4
    return asCover(words, words.moods.some((mood) => mood === 'elegant' || mood === 'calm') ? 1.5 : 0.9)
  },
  compose(scene) {
    const { width, height, safe, unit, palette } = scene
    const inset = 4.4 * unit
    const line = { stroke: palette.accentInk, strokeWidth: 0.35 * unit }
    const middle = width / 2
    const top = safe.y + 7 * unit
    const size = 1.7 * unit
    const on = palette.ground
    const area = {
      x: safe.x + 5 * unit,
      y: top + 7 * unit,
      width: safe.width - 10 * unit,
      height: safe.height - 22 * unit,
    }
    return {
      shapes: [
        rect({ x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset }, line),
        path(
          `M${at(middle, top - size)}L${at(middle + size, top)}L${at(middle, top + size)}L${at(middle - size, top)}Z`,
          {
            fill: palette.accentInk,
          },
        ),
      ],
      texts: setStack(scene, {
        area,
        anchor: 'middle',
        align: 'center',
        parts: [
          kicker(scene, { fill: palette.accentInk, on }, { weight: 600 }),
          headline(
            scene,
            { fill: palette.ink, on },
            { voice: 'serif', weight: 420, tracking: -0.015, leading: 1.08, maxSize: 12.5, gap: 5 },
          ),
          detail(scene, { fill: palette.ink, on }, { voice: 'serif', weight: 400, tracking: 0, maxSize: 4.2, gap: 6 }),
        ],
      }),
    }
  },
}
