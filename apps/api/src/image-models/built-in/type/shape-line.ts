import { Buffer as ShapingBuffer, Direction as ShapingDirection, Feature, shape } from 'harfbuzzjs'
import type { Font } from 'harfbuzzjs'
import type { Cover } from './fonts/cover.ts'
import { itemize } from './itemize.ts'
import type { Direction, Run } from './itemize.ts'

/** How a text is set. */
export interface TextStyle {
  readonly cover: Cover
  readonly weight: number
  /** Between letters, in ems; only where a script bears it. */
  readonly tracking: number
  /** BCP 47; some languages draw a letter in a form of their own. */
  readonly language: string
  readonly direction: Direction
}

/** A glyph at its place; all lengths in ems, y upwards from the base line. */
export interface PlacedGlyph {
  readonly font: Font
  readonly unitsPerEm: number
  readonly id: number
  readonly x: number
  readonly y: number
}

/** A line as it will be drawn, all lengths in ems. */
export interface ShapedLine {
  readonly glyphs: readonly PlacedGlyph[]
  readonly advance: number
  /** The box of what is black; `top` and `bottom` upwards from the base line. */
  readonly ink: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
}

const BEARS_TRACKING = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u
const CURSIVE = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}]/u
const FEATURES = [new Feature('kern', 1), new Feature('calt', 1), new Feature('liga', 1)]

/** Shapes one line by harfbuzz: ligatures, joining, marks, the order of mixed directions. */
export function shapeLine(text: string, style: TextStyle): ShapedLine {
  const glyphs: PlacedGlyph[] = []
  let x = 0
  for (const run of itemize(text, style.cover, style.direction)) x = placeRun(run, style, x, glyphs)
  return { glyphs, advance: x, ink: inkOf(glyphs) }
}

function placeRun(run: Run, style: TextStyle, from: number, into: PlacedGlyph[]): number {
  const { typeface, text, level } = run
  const font = typeface.at(style.weight)
  const em = typeface.unitsPerEm
  const buffer = new ShapingBuffer()
  buffer.addText(text)
  buffer.setDirection(level % 2 === 1 ? ShapingDirection.RTL : ShapingDirection.LTR)
  buffer.setLanguage(style.language)
  buffer.guessSegmentProperties()
  shape(font, buffer, FEATURES)
  const tracking = BEARS_TRACKING.test(text) && !CURSIVE.test(text) ? style.tracking : 0
  let x = from
  for (const glyph of buffer.getGlyphInfosAndPositions()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = glyph
    into.push({ font, unitsPerEm: em, id: glyph.codepoint, x: x + xOffset / em, y: yOffset / em })
    x += xAdvance / em + (xAdvance === 0 ? 0 : tracking)
  }
  return x
}

function inkOf(glyphs: readonly PlacedGlyph[]): ShapedLine['ink'] {
  const ink = { left: Infinity, right: -Infinity, top: -Infinity, bottom: Infinity }
  for (const { font, unitsPerEm, id, x, y } of glyphs) {
    const box = font.glyphExtents(id)
    if (!box || box.width === 0) continue
    ink.left = Math.min(ink.left, x + box.xBearing / unitsPerEm)
    ink.right = Math.max(ink.right, x + (box.xBearing + box.width) / unitsPerEm)
    ink.top = Math.max(ink.top, y + box.yBearing / unitsPerEm)
    ink.bottom = Math.min(ink.bottom, y + (box.yBearing + box.height) / unitsPerEm)
  }
  return ink.left === Infinity ? { left: 0, right: 0, top: 0, bottom: 0 } : ink
}
