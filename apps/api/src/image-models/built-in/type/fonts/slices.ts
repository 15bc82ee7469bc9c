import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Family } from './families.ts'

/** A file of a family, and the characters that it is for. */
export interface Slice {
  readonly file: string
  /** Whether it is for a character. Whether it has a glyph of it, only the font itself can say. */
  readonly isFor: (codePoint: number) => boolean
}

const { resolve } = createRequire(import.meta.url)
const known = new Map<string, readonly Slice[]>()

/** The slices of a family, as its package lists them. */
export function slicesOf(family: Family): readonly Slice[] {
  const slices = known.get(family.id) ?? readSlices(family)
  known.set(family.id, slices)
  return slices
}

function readSlices({ id, axes, without }: Family): Slice[] {
  const path = `@fontsource-variable/${id}`
  const ranges: Record<string, string> = JSON.parse(readFileSync(resolve(`${path}/unicode.json`), 'utf8'))
  return Object.entries(ranges)
    .map(([key, range]) => ({ name: key.replace(/[[\]]/gu, ''), pairs: readRanges(range) }))
    .filter(({ name }) => !without.includes(name))
    .map(({ name, pairs }) => ({
      file: resolve(`${path}/files/${id}-${name}-${axes}-normal.woff2`),
      isFor: (codePoint) => pairs.some(([from, to]) => codePoint >= from && codePoint <= to),
    }))
}

/** CSS's `U+0460-052F,U+20B4`. */
function readRanges(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.replace(/U\+/giu, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}
