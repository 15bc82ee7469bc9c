import { detail, headline, kicker } from '../scene/parts.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover } from './layout.ts'
import type { Layout } from './layout.ts'

/** A fine frame, and serifs on the middle axis: an invitation. */
export const FRAME: Layout = {
  name: 'frame',
  suits: (words) => {
    if (words.kind === 'gratitude') return 2.4
    return asCover(words, words.moods.some((mood) => mood === 'elegant' || mood === 'calm') ? 1.6 : 0.9)
  },
  compose(scene) {
    const { width, height, safe, unit, palette, isTall } = scene
    const inset = 4.4 * unit
    const line = { stroke: palette.accentInk, strokeWidth: 0.35 * unit }
    const on = palette.ground
    const indent = 3 * unit
    const area = {
      x: safe.x + indent,
      y: safe.y + (isTall ? 0 : indent),
      width: safe.width - 2 * indent,
      height: safe.height - (isTall ? 0 : 2 * indent),
    }
    return {
      shapes: [rect({ x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset }, line)],
      texts: setStack(scene, {
        area,
        anchor: 'middle',
        align: 'center',
        parts: [
          kicker(scene, { fill: palette.accentInk, on }, { weight: 600 }),
          headline(
            scene,
            { fill: palette.ink, on },
            { voice: 'serif', weight: 420, tracking: -0.015, leading: 1.08, maxSize: 14.5, gap: 5 },
          ),
          detail(scene, { fill: palette.ink, on }, { voice: 'serif', weight: 400, tracking: 0, gap: 6 }),
        ],
      }),
    }
  },
}
