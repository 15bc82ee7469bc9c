import { expect } from 'vitest'
import type { Box, Card } from '../card.ts'
import { READABLE, contrast } from '../colour/contrast.ts'

/** Half a pixel is what rounding costs. */
const TOLERANCE = 0.5

/** What holds of every card: all texts inside the margins, none on another, all readable, every sign with a glyph. */
export function expectGoodCard({ texts, safe, layout }: Card): void {
  expect(texts.length, layout).toBeGreaterThan(0)
  for (const [index, { box, text, fill, on, missing }] of texts.entries()) {
    const place = `${layout}: ${text}`
    expect(missing, place).toBe(0)
    expect(box.width, place).toBeGreaterThan(0)
    expect(contrast(fill, on), place).toBeGreaterThanOrEqual(READABLE)
    expect(isInside(box, safe), `${place} in ${JSON.stringify({ box, safe })}`).toBe(true)
    for (const other of texts.slice(index + 1)) expect(areApart(box, other.box), `${place} / ${other.text}`).toBe(true)
  }
}

function isInside(box: Box, around: Box): boolean {
  return (
    box.x >= around.x - TOLERANCE &&
    box.y >= around.y - TOLERANCE &&
    box.x + box.width <= around.x + around.width + TOLERANCE &&
    box.y + box.height <= around.y + around.height + TOLERANCE
  )
}

function areApart(one: Box, other: Box): boolean {
  return (
    one.x + one.width <= other.x + TOLERANCE ||
    other.x + other.width <= one.x + TOLERANCE ||
    one.y + one.height <= other.y + TOLERANCE ||
    other.y + other.height <= one.y + TOLERANCE
  )
}
