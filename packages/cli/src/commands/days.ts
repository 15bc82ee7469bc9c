import { usageError } from '../errors/cli-error.ts'

interface Days {
  readonly from: string | undefined
  readonly to: string | undefined
  /** How many when one of them is missing. */
  readonly days: number
  /** Whether they begin or end today when both are missing. */
  readonly direction: 'ahead' | 'back'
}

const DAY_MS = 86_400_000

/** The first and the last day of a range of which a person says both ends, one or none. Today is that of this machine. */
export function lastDays({ from, to, days, direction }: Days): [string, string] {
  if (from !== undefined) return [from, to ?? shift(from, days)]
  if (to !== undefined) return direction === 'ahead' ? [today(), to] : [shift(to, -days), to]
  return direction === 'ahead' ? [today(), shift(today(), days)] : [shift(today(), -days), today()]
}

function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

function shift(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time)) throw usageError(`"${date}" is not a valid date.`, 'Write it like 2026-12-24.')
  return new Date(time + days * DAY_MS).toISOString().slice(0, 10)
}
