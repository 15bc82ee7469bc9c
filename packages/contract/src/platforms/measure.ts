import type { LengthUnit } from './limits.ts'
import { measureWeightedLength } from './x/weighted-length.ts'

/** The length of a text in a platform's own way of counting. */
export function measureText(text: string, unit: LengthUnit): number {
  return MEASURES[unit](text)
}

const MEASURES = {
  utf16: (text) => text.length,
  utf8_bytes: (text) => new TextEncoder().encode(text).length,
  x_weighted: measureWeightedLength,
} satisfies Record<LengthUnit, (text: string) => number>
