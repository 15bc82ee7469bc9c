import type { Outcome } from './exit-codes.ts'

interface CliErrorFields {
  /** For a program. */
  readonly code: string
  readonly outcome: Outcome
  /** What is wrong, in a sentence. */
  readonly message: string
  /** What to do about it. */
  readonly mend: string
}

/** What the command line itself refuses. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly code: string
  readonly outcome: Outcome
  readonly mend: string

  constructor({ code, outcome, message, mend }: CliErrorFields) {
    super(message)
    this.code = code
    this.outcome = outcome
    this.mend = mend
  }
}

/** What was typed cannot be done. */
export function usageError(message: string, mend: string): CliError {
  return new CliError({ code: 'USAGE', outcome: 'usage', message, mend })
}
