import type { Mood, Palette } from '../colour/palette.ts'
import type { Random } from '../random.ts'
import { usualParts } from '../scene/parts.ts'
import { at, circle, path, rect } from '../scene/shapes.ts'
import { setStack } from '../scene/stack.ts'
import { asCover, has } from './layout.ts'
import type { Layout } from './layout.ts'

const MADE: readonly Mood[] = ['playful', 'elegant']

/** A wall of plain forms, as they were taught in Dessau, and the text beside it. */
export const TILES: Layout = {
  name: 'tiles',
  suits: (words) => asCover(words, has(words, MADE) ? 1.3 : 0.3),
  compose(scene) {
    const { safe, width, height, palette, isWide, isTall, random, unit } = scene
    const columns = isWide ? 2 : isTall ? 3 : 4
    const rows = isWide ? 3 : 2
    const side = isWide ? height / rows : width / columns
    const left = isWide ? width - columns * side : 0
    const tiles = Array.from({ length: columns * rows }, (_, index) =>
      tile(left + (index % columns) * side, Math.floor(index / columns) * side, side, palette, random, index),
    )
    const gap = 8 * unit
    const area = isWide
      ? { ...safe, width: left - safe.x - gap }
      : { ...safe, y: rows * side + gap * 0.8, height: safe.y + safe.height - rows * side - gap * 0.8 }
    return {
      shapes: tiles,
      texts: setStack(scene, {
        area,
        anchor: isTall ? 'top' : isWide ? 'bottom' : 'middle',
        parts: usualParts(scene),
      }),
    }
  },
}

type Form = (x: number, y: number, side: number, fill: string) => string

const FORMS: readonly Form[] = [
  (x, y, s, fill) => circle(x + s / 2, y + s / 2, s * 0.36, { fill }),
  (x, y, s, fill) => path(`M${at(x, y + s)}A${at(s, s)} 0 0 1 ${at(x + s, y)}V${y + s}Z`, { fill }),
  (x, y, s, fill) => path(`M${at(x, y)}A${at(s, s)} 0 0 0 ${at(x + s, y + s)}V${y}Z`, { fill }),
  (x, y, s, fill) =>
    path(`M${at(x, y + s / 2)}A${at(s / 2, s / 2)} 0 0 1 ${at(x + s, y + s / 2)}Z`, { fill }) +
    path(`M${at(x, y + s)}A${at(s / 2, s / 2)} 0 0 1 ${at(x + s, y + s)}Z`, { fill }),
  (x, y, s, fill) =>
    [0, 1, 2, 3].map((bar) => rect({ x: x + (bar * s) / 4, y, width: s / 8, height: s }, { fill })).join(''),
  (x, y, s, fill) => path(`M${at(x, y)}L${at(x + s, y + s)}H${x}Z`, { fill }),
  (x, y, s, fill) => circle(x + s / 2, y + s / 2, s * 0.3, { stroke: fill, strokeWidth: s * 0.12 }),
]

function tile(x: number, y: number, side: number, palette: Palette, random: Random, index: number): string {
  const pairs = [
    [palette.accent, palette.ground],
    [palette.second, palette.accent],
    [palette.ink, palette.second],
    [palette.second, palette.ink],
    [palette.accent, palette.ink],
  ] as const
  // Neighbours never share a ground or a form: chance begins somewhere, then it goes on in turn.
  const [ground, fill] =
    pairs[(index * 2 + Math.floor(index / 3) + Math.floor(random() * 2)) % pairs.length] ?? pairs[0]
  const form = FORMS[(index * 3 + Math.floor(random() * 2)) % FORMS.length]
  return rect({ x, y, width: side, height: side }, { fill: ground }) + (form?.(x, y, side, fill) ?? '')
}
