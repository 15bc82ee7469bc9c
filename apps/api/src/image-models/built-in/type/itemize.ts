import * as bidiModule from 'bidi-js'
import type { Bidi } from 'bidi-js'
import { graphemesOf } from './graphemes.ts'
import type { Cover } from './fonts/cover.ts'
import type { Typeface } from './fonts/open-typeface.ts'

/** A stretch of a line in one typeface and one direction. */
export interface Run {
  readonly text: string
  readonly typeface: Typeface
  /** Of embedding: odd runs from right to left. */
  readonly level: number
}

export type Direction = 'ltr' | 'rtl'

// Its types describe an ES module; for Node it is CommonJS, whose default is the factory itself.
const { default: createBidi } = bidiModule as unknown as { readonly default: () => Bidi }
const bidi = createBidi()
const COMMON = /^[\p{Script=Common}\p{Script=Inherited}]+$/u

/** The direction of a text: that of its first letter. */
export function directionOf(text: string): Direction {
  return bidi.getEmbeddingLevels(text).paragraphs[0]?.level === 1 ? 'rtl' : 'ltr'
}

/** The runs of a line from left to right, as they are drawn. */
export function itemize(text: string, cover: Cover, direction: Direction): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, direction)
  const pieces = assignTypefaces(text, cover)
  const runs: Run[] = []
  let index = 0
  for (const { grapheme, typeface } of pieces) {
    const level = levels[index] ?? 0
    index += grapheme.length
    const last = runs.at(-1)
    if (last && last.typeface === typeface && last.level === level) {
      runs[runs.length - 1] = { ...last, text: last.text + grapheme }
    } else {
      runs.push({ text: grapheme, typeface, level })
    }
  }
  return inVisualOrder(runs)
}

interface Piece {
  readonly grapheme: string
  readonly typeface: Typeface
}

/** Signs and spaces are drawn by the typeface of the letters beside them where that has them: one look, one line of kerning. */
function assignTypefaces(text: string, cover: Cover): Piece[] {
  const graphemes = graphemesOf(text)
  const pieces: Piece[] = []
  for (const [index, grapheme] of graphemes.entries()) {
    const own = cover.typefaceOf(grapheme)
    const isSign = COMMON.test(grapheme) && !/\p{Extended_Pictographic}/u.test(grapheme)
    const next = () => graphemes.slice(index + 1, index + 6).find((one) => !COMMON.test(one))
    const beside = [pieces.at(-1)?.typeface, cover.typefaceOf(next() ?? '')]
    const typeface = (isSign ? beside.find((one) => one && hasAll(one, grapheme)) : undefined) ?? own
    if (typeface) pieces.push({ grapheme, typeface })
  }
  return pieces
}

function hasAll(typeface: Typeface, grapheme: string): boolean {
  return [...grapheme].every((one) => typeface.has(one.codePointAt(0) ?? 0))
}

/** Rule L2 of https://www.unicode.org/reports/tr9/#L2, over whole runs. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const ordered = [...runs]
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    let start = 0
    while (start < ordered.length) {
      let end = start
      while ((ordered[end]?.level ?? -1) >= level) end++
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).toReversed())
      start = end + 1
    }
  }
  return ordered
}
