import { findLinks } from '#reading/text/find-links.ts'
import type { Reading } from '../analysis/read-brief.ts'
import type { Unit } from '#reading/text/units.ts'

/**
 * The first sentences of a body, and those later ones that hold a link or a date to keep: leaving out the middle
 * reads well, leaving out the address does not.
 */
export function selectBody(reading: Reading, body: readonly Unit[], most: number): Unit[] {
  if (body.length <= most) return [...body]
  const isEssential = (unit: Unit) =>
    findLinks(unit.text).length > 0 || (reading.cta !== undefined && unit.text.includes(reading.cta))
  const essential = body.filter((unit, index) => index >= most && isEssential(unit))
  const first = body.slice(0, Math.max(0, most - essential.length))
  return [...first, ...body.slice(first.length).filter(isEssential)]
}
