import type { Unit } from '#reading/text/units.ts'

/** A list, and what stands before it. */
export interface FoundSteps {
  readonly title: string
  readonly steps: readonly string[]
}

const MARK = /^(?:[-*•–·▪✓✔→☑]|\d{1,2}[.)]|[①-⑳])\s*/u
const INLINE = /^(.{4,100}?)\s*[:：]\s+(.+)$/su
const BETWEEN = /\s*[,;、，；]\s*(?:(?:and|or|und|y|e|et|и)\s+)?|\s+(?:and|und|y|et|и)\s+(?=\S+(?:\s\S+){0,3}$)/u
const LONGEST_STEP = 72

/** Reads a list that a text holds: lines with marks, or three and more short things behind a colon. */
export function findSteps(units: readonly Unit[]): FoundSteps | undefined {
  const lines = units.flatMap((unit) => unit.text.split('\n'))
  const from = lines.findIndex((line) => MARK.test(line))
  const steps = lines.slice(Math.max(from, 0)).filter((line) => MARK.test(line))
  if (from >= 0 && steps.length >= 2) {
    return asSteps(
      lines.slice(0, from).join(' '),
      steps.map((line) => line.replace(MARK, '')),
    )
  }
  const [, title, listed] = (units.length === 1 ? INLINE.exec(units[0]?.text ?? '') : undefined) ?? []
  const items = listed?.replace(/[.!]$/u, '').split(BETWEEN) ?? []
  return title && items.length >= 3 && items.every((item) => item.length <= 36) ? asSteps(title, items) : undefined
}

function asSteps(title: string, steps: readonly string[]): FoundSteps | undefined {
  const trimmed = steps.map((step) => step.trim().replace(/[.;,]$/u, '')).filter((step) => step !== '')
  const isShort = trimmed.every((step) => step.length <= LONGEST_STEP)
  const heading = title.trim().replace(/[:：.]$/u, '')
  return heading !== '' && isShort && trimmed.length >= 2 && trimmed.length <= 6
    ? { title: heading, steps: trimmed }
    : undefined
}
