import type { Outcome } from './exit-codes.ts'

interface CliErrorFields {
  /** For a program. */
  readonly code: string
  readonly outcome: Outcome
  /** What is wrong, in a sentence. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
  readonly cause?: unknown
}

/** What the command line itself refuses. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly code: string
  readonly outcome: Outcome
  readonly hint: string

  constructor({ code, outcome, message, hint, cause }: CliErrorFields) {
    super(message, { cause })
    this.code = code
    this.outcome = outcome
    this.hint = hint
  }
}

/** What was typed cannot be done. */
export function usageError(message: string, hint: string): CliError {
  return new CliError({ code: 'USAGE', outcome: 'usage', message, hint })
}
