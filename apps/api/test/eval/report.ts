import type { Verdict } from './checks.ts'

/** How often a check held. */
export interface Figure {
  readonly check: string
  readonly ok: number
  readonly of: number
}

/** One figure a check, in the order the checks first came. */
export function toFigures(verdicts: readonly Verdict[]): Figure[] {
  const groups = Map.groupBy(verdicts, ({ check }) => check)
  return [...groups].map(([check, all]) => ({ check, ok: all.filter(({ ok }) => ok).length, of: all.length }))
}

/** As a table; next to each share that of the last run with the same name, where there was one. */
export function renderTable(figures: readonly Figure[], before: readonly Figure[] = []): string {
  const width = Math.max(...figures.map(({ check }) => check.length))
  const lines = figures.map(({ check, ok, of }) => {
    const last = before.find((other) => other.check === check)
    const was = last === undefined ? '' : `   was ${share(last)}`
    return `${check.padEnd(width)}  ${String(ok).padStart(4)} of ${String(of).padStart(4)}  ${share({ ok, of })}${was}`
  })
  return lines.join('\n')
}

function share({ ok, of }: Pick<Figure, 'ok' | 'of'>): string {
  return `${((100 * ok) / of).toFixed(0).padStart(3)} %`
}
