import type { Box, PlacedText } from '../card.ts'
import type { Hex } from '../colour/hex.ts'
import type { FittedText } from '../type/fit-text.ts'
import type { Direction } from '../type/itemize.ts'
import type { ShapedLine } from '../type/shape-line.ts'
import { short } from './shapes.ts'

/** Where a fitted text goes, and in what colour. */
export interface Placing {
  readonly text: string
  /** Its left, right and top are met by what is black, not by the space that letters keep around themselves. */
  readonly box: Box
  readonly align: 'start' | 'center' | 'end'
  readonly direction: Direction
  readonly fill: Hex
  readonly on: Hex
}

/** Height of what is black of a text. Pixels. */
export function heightOf({ lines, size, leading }: FittedText): number {
  const top = lines[0]?.ink.top ?? 0
  const bottom = lines.at(-1)?.ink.bottom ?? 0
  return (top - bottom + (lines.length - 1) * leading) * size
}

/** Draws a fitted text as outlines. */
export function placeText(fitted: FittedText, placing: Placing): PlacedText {
  const { box, fill } = placing
  const { size, leading, lines } = fitted
  const base = box.y + (lines[0]?.ink.top ?? 0) * size
  const placed = lines.map((line, index) => ({
    line,
    x: leftOf(line, size, placing),
    y: base + index * leading * size,
  }))
  const left = Math.min(...placed.map(({ line, x }) => x + line.ink.left * size))
  const right = Math.max(...placed.map(({ line, x }) => x + line.ink.right * size))
  const drawn = placed.map(({ line, x, y }) => drawLine(line, size, x, y))
  const drawnLines = placed.map(({ line: { ink }, x, y }, index) => ({
    box: {
      x: x + ink.left * size,
      y: y - ink.top * size,
      width: (ink.right - ink.left) * size,
      height: (ink.top - ink.bottom) * size,
    },
    svg: `<g fill="${fill}">${drawn[index]}</g>`,
  }))
  return {
    text: placing.text,
    box: { x: left, y: box.y, width: right - left, height: heightOf(fitted) },
    fill,
    on: placing.on,
    missing: lines.flatMap(({ glyphs }) => glyphs).filter(({ id }) => id === 0).length,
    svg: `<g fill="${fill}">${drawn.join('')}</g>`,
    lines: drawnLines,
  }
}

function leftOf({ ink }: ShapedLine, size: number, { box, align, direction }: Placing): number {
  if (align === 'center') return box.x + (box.width - (ink.left + ink.right) * size) / 2
  const isLeft = (direction === 'ltr') === (align === 'start')
  return isLeft ? box.x - ink.left * size : box.x + box.width - ink.right * size
}

function drawLine({ glyphs }: ShapedLine, size: number, x: number, y: number): string {
  return glyphs
    .map((glyph) => {
      const d = glyph.font.glyphToPath(glyph.id)
      if (d === '') return ''
      const scale = size / glyph.unitsPerEm
      const move = `${short(x + glyph.x * size)} ${short(y - glyph.y * size)}`
      return `<path transform="translate(${move}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})" d="${d}"/>`
    })
    .join('')
}
