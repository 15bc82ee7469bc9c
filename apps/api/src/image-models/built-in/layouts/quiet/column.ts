import { setStack } from '../../scene/stack.ts'
import type { Layout } from '../layout.ts'
import { quietParts, suitsSad } from './quiet-parts.ts'

/** A column of serifs, in the middle of the card's height. */
export const COLUMN: Layout = {
  name: 'column',
  isQuiet: true,
  suits: (words) => suitsSad(words, 1.2),
  compose(scene) {
    return { shapes: [], texts: setStack(scene, { area: scene.safe, anchor: 'middle', parts: quietParts(scene) }) }
  },
}
