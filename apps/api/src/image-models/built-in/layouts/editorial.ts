import { detail, headline, kicker } from '../scene/parts.ts'
import { at, path } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover } from './layout.ts'
import type { Layout } from './layout.ts'

/** Type, and one arrow that points at it. */
export const EDITORIAL: Layout = {
  name: 'editorial',
  suits: (words) => asCover(words, words.kind === 'sad' ? 0.3 : 1),
  compose(scene) {
    const { safe, unit, palette } = scene
    const on = palette.ground
    const side = (scene.isWide ? 21 : scene.isTall ? 24 : 19) * unit
    const label = { ...safe, width: safe.width - side - 6 * unit, height: 12 * unit }
    return {
      shapes: [arrow(safe.x + safe.width - side, safe.y, side, palette.accent)],
      texts: [
        ...setStack(scene, {
          area: label,
          anchor: 'top',
          parts: [kicker(scene, { fill: palette.accentInk, on }, { share: 1 })],
        }),
        ...setStack(scene, {
          area: { ...safe, y: safe.y + side + 5 * unit, height: safe.height - side - 5 * unit },
          anchor: 'bottom',
          parts: [headline(scene, { fill: palette.ink, on }), detail(scene, { fill: palette.ink, on })],
        }),
      ],
    }
  },
}

/** Points to where the text is: down, towards its beginning. */
function arrow(x: number, y: number, side: number, stroke: string): string {
  const strokeWidth = side * 0.16
  const half = strokeWidth / 2
  const corner = at(x + half, y + side - half)
  const shaft = `M${at(x + side - half * 0.7, y + half * 0.7)}L${corner}`
  return path(`${shaft}M${at(x + half, y + side * 0.22)}V${y + side - half}H${x + side * 0.78}`, {
    stroke,
    strokeWidth,
  })
}
