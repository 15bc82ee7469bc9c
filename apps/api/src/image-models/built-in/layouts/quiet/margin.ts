import { rect } from '../../scene/shapes.ts'
import { setStack } from '../../scene/stack.ts'
import type { Layout } from '../layout.ts'
import { quietParts, suitsSad } from './quiet-parts.ts'

/** A fine line beside the text, as long as the text is high. */
export const MARGIN: Layout = {
  name: 'margin',
  isQuiet: true,
  suits: (words) => suitsSad(words, 1.1),
  compose(scene) {
    const { safe, unit, palette } = scene
    const indent = 5 * unit
    const area = { ...safe, x: safe.x + indent, width: safe.width - indent }
    const texts = setStack(scene, { area, anchor: 'middle', parts: quietParts(scene) })
    const top = Math.min(...texts.map(({ box }) => box.y))
    const bottom = Math.max(...texts.map(({ box }) => box.y + box.height))
    const line = { x: safe.x, y: top, width: 0.5 * unit, height: bottom - top }
    return { shapes: [rect(line, { fill: palette.accent })], texts }
  },
}
