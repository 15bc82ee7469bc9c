import { detail, headline, kicker } from '../scene/parts.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover } from './layout.ts'
import type { Layout } from './layout.ts'

/** A sheet on a loud ground, and the text on it. */
export const PANEL: Layout = {
  name: 'panel',
  suits: (words) => asCover(words, 1.3),
  compose(scene) {
    const { safe, width, height, unit, palette, isTall } = scene
    const edge = 5.5 * unit
    const sheet = isTall
      ? { x: edge, y: safe.y - 3 * unit, width: width - 2 * edge, height: safe.height + 6 * unit }
      : { x: edge, y: edge, width: width - 2 * edge, height: height - 2 * edge }
    const inner = 6.5 * unit
    const area = {
      x: sheet.x + inner,
      y: sheet.y + inner,
      width: sheet.width - 2 * inner,
      height: sheet.height - 2 * inner,
    }
    const on = palette.ground
    return {
      ground: palette.accent,
      shapes: [rect(sheet, { fill: on })],
      texts: setStack(scene, {
        area,
        anchor: 'middle',
        parts: [
          kicker(scene, { fill: palette.accentInk, on }),
          headline(scene, { fill: palette.ink, on }, { maxSize: 16 }),
          detail(scene, { fill: palette.ink, on }),
        ],
      }),
    }
  },
}
