import type { FactKind } from '#reading/brief/facts.ts'
import { capitalizeFirst } from '#reading/text/casing.ts'
import type { Unit } from '#reading/text/units.ts'
import type { Reading } from '../analysis/read-brief.ts'

/** What stands before a fact of each kind where a caption is read at a glance. */
const MARKS: Readonly<Record<FactKind, string>> = { when: '📅', price: '🏷️', where: '📍', contact: '👉', other: '🔹' }

/** Puts the facts of a subject onto lines of their own, in the place of the sentence that says them in a row. */
export function withFactLines({ facts, mayUseEmoji }: Reading, units: readonly Unit[]): Unit[] {
  if (!facts || facts.list.length < 2) return [...units]
  const lines = facts.list.map(({ kind, text }) =>
    [mayUseEmoji ? MARKS[kind] : '', capitalizeFirst(text)].filter(Boolean).join(' '),
  )
  return units.map((unit) =>
    unit.text === facts.sentence ? { text: lines.join('\n'), kind: 'lines', paragraph: unit.paragraph + 1 } : unit,
  )
}
