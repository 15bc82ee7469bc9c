import { detail, headline, kicker } from '../scene/parts.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import type { Layout } from './layout.ts'

/** Two fields: the headline on the loud one, what there is to add on the quiet one. */
export const SPLIT: Layout = {
  name: 'split',
  suits: ({ steps, isQuote, detail }) => (steps.length > 0 || isQuote || detail === undefined ? 0 : 1.4),
  compose(scene) {
    const { safe, width, height, unit, palette, isWide } = scene
    const least = isWide ? width * 0.6 : safe.y + safe.height * 0.6
    const quiet = isWide
      ? { ...safe, x: least + 6 * unit, width: width - least - 6 * unit - safe.x }
      : { ...safe, y: least + 6 * unit, height: safe.y + safe.height - least - 6 * unit }
    const small = { fill: palette.ink, on: palette.ground }
    const below = setStack(scene, {
      area: quiet,
      anchor: 'bottom',
      parts: [
        kicker(scene, { fill: palette.accentInk, on: palette.ground }, { share: 0.3 }),
        detail(scene, small, { gap: 2.6, share: 0.95, maxLines: 10 }),
      ],
    })
    // The loud field takes what the quiet one does not need.
    const top = Math.min(...below.map(({ box }) => box.y)) - 6 * unit
    const edge = isWide ? least : Math.max(least, Math.min(top, safe.y + safe.height * 0.8))
    const field = isWide ? { x: 0, y: 0, width: edge, height } : { x: 0, y: 0, width, height: edge }
    const loud = isWide ? { ...safe, width: edge - safe.x - 6 * unit } : { ...safe, height: edge - safe.y - 6 * unit }
    const on = palette.accent
    return {
      shapes: [rect(field, { fill: palette.accent })],
      texts: [
        ...setStack(scene, {
          area: loud,
          anchor: 'middle',
          parts: [headline(scene, { fill: palette.onAccent, on }, { maxSize: 18 })],
        }),
        ...below,
      ],
    }
  },
}
