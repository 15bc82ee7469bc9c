import type { PlacedText } from '../card.ts'
import { headline, kicker } from '../scene/parts.ts'
import { cut } from '../scene/scene.ts'
import type { Scene } from '../scene/scene.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import type { StackPart } from '../scene/stack.ts'
import { fitPart } from '../scene/text-part.ts'
import type { Layout } from './layout.ts'

/** A list with great figures, a rule above each item. */
export const STEPS: Layout = {
  name: 'steps',
  suits: ({ steps }) => (steps.length > 0 ? 3 : 0),
  compose(scene) {
    const { safe, palette, isWide, unit } = scene
    const on = palette.ground
    const above = isWide ? cut(safe, 'left', 0.38) : cut(safe, 'top', 0.3)
    const list = isWide
      ? cut(safe, 'right', 0.54)
      : { ...cut(safe, 'bottom', 0.7), y: safe.y + safe.height * 0.3 + 6 * unit, height: safe.height * 0.7 - 6 * unit }
    const items = setItems(scene, list)
    return {
      shapes: items.rules,
      texts: [
        ...setStack(scene, {
          area: above,
          anchor: 'top',
          parts: [
            kicker(scene, { fill: palette.accentInk, on }),
            headline(scene, { fill: palette.ink, on }, { maxSize: 11 }),
          ],
        }),
        ...items.texts,
      ],
    }
  },
}

function setItems(scene: Scene, area: Scene['safe']): { rules: string[]; texts: PlacedText[] } {
  const { unit, palette, words } = scene
  const row = area.height / words.steps.length
  const indent = 13 * unit
  const on = palette.ground
  const room = { width: area.width - indent, height: row - 6.4 * unit }
  const part = (text: string, maxSize: number): StackPart =>
    headline(
      scene,
      { fill: palette.ink, on },
      { text, maxSize, minSize: 2.4, weight: 560, tracking: -0.012, leading: 1.16, maxLines: 3 },
    )
  // One size for all: that of the item that needs most room.
  const sizes = words.steps.map(
    (step) => fitPart(scene, part(step, words.steps.length > 4 ? 5.6 : 6.4), room.width, room.height)?.fitted.size ?? 0,
  )
  const size = Math.min(...sizes.filter((one) => one > 0)) / unit
  const texts = words.steps.flatMap((step, index) => {
    const y = area.y + index * row + 2.6 * unit
    const number = part(String(index + 1), 8)
    const of = { y, height: room.height }
    return [
      ...setStack(scene, {
        area: { x: area.x, width: indent - 2 * unit, ...of },
        anchor: 'top',
        parts: [{ ...number, voice: 'condensed', weight: 800, fill: palette.accentInk, maxLines: 1 }],
      }),
      ...setStack(scene, {
        area: { x: area.x + indent, width: room.width, ...of },
        anchor: 'top',
        parts: [part(step, size)],
      }),
    ]
  })
  const rules = words.steps.map((_, index) =>
    rect({ x: area.x, y: area.y + index * row, width: area.width, height: 0.3 * unit }, { fill: palette.ink }),
  )
  return { rules, texts }
}
