import type { Box, PlacedText } from '../card.ts'
import { headline, kicker } from '../scene/parts.ts'
import { cut } from '../scene/scene.ts'
import type { Scene } from '../scene/scene.ts'
import { rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import type { StackPart } from '../scene/stack.ts'
import { fitPart } from '../scene/text-part.ts'
import type { Layout } from './layout.ts'

/** A list: great figures where it has an order, prices at the end of the line where it has prices. */
export const STEPS: Layout = {
  name: 'steps',
  suits: ({ steps }) => (steps.length > 0 ? 3 : 0),
  compose(scene) {
    const { safe, palette, isWide, unit } = scene
    const on = palette.ground
    const above = isWide ? cut(safe, 'left', 0.38) : cut(safe, 'top', 0.28)
    const title = setStack(scene, {
      area: above,
      anchor: 'top',
      parts: [
        kicker(scene, { fill: palette.accentInk, on }),
        headline(scene, { fill: palette.ink, on }, { maxSize: 12.5 }),
      ],
    })
    const end = Math.max(...title.map(({ box }) => box.y + box.height)) + 7 * unit
    const list = isWide ? cut(safe, 'right', 0.55) : { ...safe, y: end, height: safe.y + safe.height - end }
    const items = setItems(scene, list)
    return { shapes: items.shapes, texts: [...title, ...items.texts] }
  },
}

/** Of a row: the space above and below its text. */
const PADDING = 2.4

function setItems(scene: Scene, area: Box): { shapes: string[]; texts: PlacedText[] } {
  const { unit, palette, words } = scene
  const { steps, listKind, prices } = words
  const row = area.height / steps.length
  const indent = listKind === 'numbered' ? 13 * unit : listKind === 'marked' ? 7 * unit : 0
  const priceWidth = listKind === 'priced' ? widthOfPrices(scene, area) : 0
  const width = area.width - indent - priceWidth
  const height = row - 2 * PADDING * unit
  // One size for all: that of the item that needs most room.
  const most = { 1: 11, 2: 11, 3: 9.5, 4: 8.2, 5: 6.8 }[steps.length] ?? 5.8
  const sizes = steps.map((step) => fitPart(scene, part(scene, step, most), width, height)?.fitted.size ?? 0)
  const size = Math.min(...sizes.filter((one) => one > 0)) / unit
  const at = (index: number) => ({ y: area.y + index * row + PADDING * unit, height })
  const texts = steps.flatMap((step, index) => [
    ...(listKind === 'numbered'
      ? setStack(scene, {
          area: { x: area.x, width: indent - 2 * unit, ...at(index) },
          anchor: 'middle',
          parts: [number(scene, index, size)],
        })
      : []),
    ...setStack(scene, {
      area: { x: area.x + indent, width, ...at(index) },
      anchor: 'middle',
      parts: [part(scene, step, size)],
    }),
    ...(listKind === 'priced'
      ? setStack(scene, {
          area: { x: area.x + area.width - priceWidth, width: priceWidth, ...at(index) },
          anchor: 'middle',
          align: 'end',
          parts: [price(scene, prices[index] ?? '', size)],
        })
      : []),
  ])
  const rules = steps.map((_, index) =>
    rect({ x: area.x, y: area.y + index * row, width: area.width, height: 0.3 * unit }, { fill: palette.ink }),
  )
  const side = 2.2 * unit
  const marks = steps.map((_, index) =>
    rect(
      { x: area.x, y: area.y + (index + 0.5) * row - side / 2, width: side, height: side },
      { fill: palette.accent },
    ),
  )
  return { shapes: [...rules, ...(listKind === 'marked' ? marks : [])], texts }
}

function part(scene: Scene, text: string, maxSize: number): StackPart {
  const { palette } = scene
  return headline(
    scene,
    { fill: palette.ink, on: palette.ground },
    { text, maxSize, minSize: 2.4, weight: 560, tracking: -0.012, leading: 1.16, maxLines: 3 },
  )
}

function number(scene: Scene, index: number, size: number): StackPart {
  const text = String(index + 1)
  return {
    ...part(scene, text, Math.max(size, 6) * 1.15),
    voice: 'condensed',
    weight: 800,
    fill: scene.palette.accentInk,
    maxLines: 1,
  }
}

function price(scene: Scene, text: string, size: number): StackPart {
  return { ...part(scene, text, size), weight: 750, fill: scene.palette.accentInk, maxLines: 1 }
}

/** As wide as the longest price needs at the size of the items, and no more than a third. */
function widthOfPrices(scene: Scene, area: Box): number {
  const most = { 1: 11, 2: 11, 3: 9.5, 4: 8.2, 5: 6.8 }[scene.words.steps.length] ?? 5.8
  const longest = Math.max(...scene.words.prices.map((one) => one.length))
  return Math.min(area.width * 0.36, longest * 0.62 * most * scene.unit)
}
