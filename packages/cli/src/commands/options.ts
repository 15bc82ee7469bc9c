import { InvalidArgumentError } from '@commander-js/extra-typings'
import { usageError } from '../errors/cli-error.ts'

/** Reads a whole number of at least `least`. */
export function wholeNumber(least: number) {
  return (text: string): number => {
    const value = Number(text)
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value
    throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`)
  }
}

/** Reads values with commas between them, said once or several times. */
export function commaSeparated(text: string, before: readonly string[] | undefined): readonly string[] {
  const values = text.split(',').map((value) => value.trim())
  return [...(before ?? []), ...values.filter((value) => value !== '')]
}

/** Reads whole numbers of at least `least`, with commas between them. */
export function wholeNumbers(least: number) {
  return (text: string, before: readonly number[] | undefined): number[] => [
    ...(before ?? []),
    ...commaSeparated(text, undefined).map(wholeNumber(least)),
  ]
}

/** Reads an option that may be given several times. */
export function repeated(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), text]
}

/** Reads a time, as an instant in UTC. */
export function readTime(text: string): string {
  const time = new Date(text)
  if (Number.isNaN(time.getTime()))
    throw usageError(`"${text}" is not a valid time.`, 'Write it like 2027-01-01T09:00:00Z.')
  return time.toISOString()
}
