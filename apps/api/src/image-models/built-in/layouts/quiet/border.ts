import { rect } from '../../scene/shapes.ts'
import { setStack } from '../../scene/stack.ts'
import type { Layout } from '../layout.ts'
import { quietParts, suitsSad } from './quiet-parts.ts'

/** A sheet with a quiet border, as such cards are printed. */
export const BORDER: Layout = {
  name: 'border',
  isQuiet: true,
  suits: (words) => suitsSad(words, 1),
  compose(scene) {
    const { width, height, safe, unit, palette, isTall } = scene
    const inset = 4.4 * unit
    const frame = { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset }
    const indent = 3 * unit
    const area = {
      x: safe.x + indent,
      y: safe.y + (isTall ? 0 : indent),
      width: safe.width - 2 * indent,
      height: safe.height - (isTall ? 0 : 2 * indent),
    }
    return {
      shapes: [rect(frame, { stroke: palette.second, strokeWidth: 0.5 * unit })],
      texts: setStack(scene, { area, anchor: 'middle', align: 'center', parts: quietParts(scene) }),
    }
  },
}
