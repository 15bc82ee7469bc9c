import type { Box } from '../card.ts'
import type { Hex } from '../colour/hex.ts'
import { headline } from '../scene/parts.ts'
import type { Scene } from '../scene/scene.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { visualLength } from '../type/graphemes.ts'
import type { ContrastSide } from '../words/find-contrast.ts'
import type { Layout } from './layout.ts'

/** Two halves, one quiet and one loud: what was, and what is. */
export const COMPARE: Layout = {
  name: 'compare',
  suits: ({ contrast }) => (contrast === undefined ? 0 : 3),
  compose(scene) {
    const { safe, width, height, unit, palette, words, isWide } = scene
    const [first, second] = words.contrast?.sides ?? [
      { label: '', text: words.headline },
      { label: '', text: words.headline },
    ]
    const title = words.contrast?.title
    const head = title === undefined ? 0 : (isWide ? 14 : 18) * unit
    const top = safe.y + head
    const middle = isWide ? width / 2 : top + (safe.y + safe.height - top) / 2
    const field = isWide
      ? { x: middle, y: top - (head > 0 ? 4 * unit : safe.y), width: width - middle, height }
      : { x: 0, y: middle, width, height: height - middle }
    const gap = 6 * unit
    const areas: readonly [Box, Box] = isWide
      ? [
          { ...safe, y: top, width: middle - safe.x - gap, height: safe.height - head },
          { ...safe, x: middle + gap, y: top, width: safe.x + safe.width - middle - gap, height: safe.height - head },
        ]
      : [
          { ...safe, y: top, height: middle - top - gap },
          { ...safe, y: middle + gap, height: safe.y + safe.height - middle - gap },
        ]
    const on = palette.ground
    const heading =
      title === undefined
        ? []
        : setStack(scene, {
            area: { ...safe, height: head - 5 * unit },
            anchor: 'top',
            parts: [headline(scene, { fill: palette.accentInk, on }, { text: title, maxSize: 7, maxLines: 2 })],
          })
    // What was is set as large as what is: the longer of the two decides.
    const size = sizeFor(Math.max(visualLength(first.text), visualLength(second.text))) * (isWide ? 1.3 : 1)
    return {
      shapes: [rect(field, { fill: palette.accent })],
      texts: [
        ...heading,
        ...setSide(scene, areas[0], first, { fill: palette.ink, on, size }),
        ...setSide(scene, areas[1], second, { fill: palette.onAccent, on: palette.accent, size }),
      ],
    }
  },
}

interface SideLook {
  readonly fill: Hex
  readonly on: Hex
  readonly size: number
}

function setSide(scene: Scene, area: Box, { label, text }: ContrastSide, { fill, on, size }: SideLook) {
  const small = { weight: 650, maxSize: 5.2, minSize: 2.8, maxLines: 1, share: 0.22 } as const
  return setStack(scene, {
    area,
    anchor: 'middle',
    parts: [
      headline(scene, { fill, on }, { ...small, text: label }),
      headline(scene, { fill, on }, { text, maxSize: size, minSize: 3, gap: 4 }),
    ],
  })
}

function sizeFor(length: number): number {
  return length <= 12 ? 20 : length <= 24 ? 15 : length <= 44 ? 11 : 8.5
}
