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
    const share = scene.words.detail === undefined ? 0.78 : 0.64
    const edge = isWide ? width * 0.6 : safe.y + safe.height * share
    const field = isWide ? { x: 0, y: 0, width: edge, height } : { x: 0, y: 0, width, height: edge }
    const loud = isWide ? { ...safe, width: edge - safe.x - 6 * unit } : { ...safe, height: edge - safe.y - 6 * unit }
    const quiet = isWide
      ? { ...safe, x: edge + 6 * unit, width: width - edge - 6 * unit - safe.x }
      : { ...safe, y: edge + 6 * unit, height: safe.y + safe.height - edge - 6 * unit }
    const on = palette.accent
    const below = { fill: palette.ink, on: palette.ground }
    return {
      shapes: [rect(field, { fill: palette.accent })],
      texts: [
        ...setStack(scene, { area: loud, anchor: 'bottom', parts: [headline(scene, { fill: palette.onAccent, on })] }),
        ...setStack(scene, {
          area: quiet,
          anchor: isWide ? 'bottom' : 'top',
          parts: [
            kicker(scene, { fill: palette.accentInk, on: palette.ground }, { share: 0.3 }),
            detail(scene, below, { maxSize: 4.4, gap: 2.6, share: 0.95, maxLines: 10 }),
          ],
        }),
      ],
    }
  },
}
