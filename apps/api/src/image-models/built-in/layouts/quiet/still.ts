import { setStack } from '../../scene/stack.ts'
import type { Layout } from '../layout.ts'
import { quietParts, suitsSad } from './quiet-parts.ts'

/** Serifs on the middle axis, and nothing else. */
export const STILL: Layout = {
  name: 'still',
  isQuiet: true,
  suits: (words) => suitsSad(words, 2),
  compose(scene) {
    const { safe, unit } = scene
    const area = { ...safe, x: safe.x + 3 * unit, width: safe.width - 6 * unit }
    return {
      shapes: [],
      texts: setStack(scene, { area, anchor: 'middle', align: 'center', parts: quietParts(scene) }),
    }
  },
}
