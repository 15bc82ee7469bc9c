interface OperatorErrorFields {
  /** For a program. */
  readonly code: string
  /** How a program of the operator's should end: as it does for the API's refusals of the same kind. */
  readonly outcome: 'usage' | 'missing' | 'conflict' | 'unavailable' | 'fault'
  /** What is wrong, in a sentence. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
}

/** What an operator asked for cannot be done. It is made to be shown. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
  readonly code: string
  readonly outcome: OperatorErrorFields['outcome']
  readonly hint: string

  constructor({ code, outcome, message, hint }: OperatorErrorFields, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.outcome = outcome
    this.hint = hint
  }

  toJSON(): OperatorErrorFields {
    const { code, outcome, message, hint } = this
    return { code, outcome, message, hint }
  }
}
