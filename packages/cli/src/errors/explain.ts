import type { ErrorCode, ErrorDetail } from '@powerpost/client'
import { APIConnectionError, APIError, APITimeoutError, APIUserAbortError } from '@powerpost/client'
import { JobFailedError, PowerPostError } from '@powerpost/client'
import type { OperatorError } from '@powerpost/api/operator'
import { CommanderError } from 'commander'
import { API_HINTS } from './api-hints.ts'
import { CliError } from './cli-error.ts'
import type { Outcome } from './exit-codes.ts'

/** What a person or a program sees of an error. */
export interface Failure {
  readonly code: string
  readonly outcome: Outcome
  readonly message: string
  readonly hint: string
  readonly details?: readonly ErrorDetail[]
  readonly requestId?: string | undefined
}

/** Says what went wrong, what to do about it and how the program ends, for whatever was thrown. */
export function explain(error: unknown): Failure {
  if (error instanceof CliError || isOperatorError(error)) return pick(error)
  if (error instanceof CommanderError) return explainUsage(error)
  if (error instanceof APIError) return explainAnswer(error)
  if (error instanceof PowerPostError) return { ...explainClient(error), code: error.code, message: error.message }
  if (error instanceof Error && error.name === 'AbortError') return explain(new APIUserAbortError(error))
  return {
    code: 'FAULT',
    outcome: 'fault',
    message: error instanceof Error ? error.message : String(error),
    hint: 'This is a bug: please report it.',
  }
}

/** By its name: the class comes with the server, which may not be there. */
function isOperatorError(error: unknown): error is OperatorError {
  return error instanceof Error && error.name === 'OperatorError'
}

function pick({ code, outcome, message, hint }: CliError | OperatorError): Failure {
  return { code, outcome, message, hint }
}

function explainUsage({ message }: CommanderError): Failure {
  const text = message.replace(/^error: /, '')
  return { code: 'USAGE', outcome: 'usage', message: text, hint: 'Add --help to see what the command takes.' }
}

function explainAnswer(error: APIError): Failure {
  const known = Object.hasOwn(API_HINTS, error.code) ? API_HINTS[error.code as ErrorCode] : undefined
  return {
    ...(known ?? { outcome: error.status >= 500 ? 'unavailable' : 'usage', hint: 'Is this the address of PowerPost?' }),
    code: error.code,
    message: error.message.replace(/^\d{3} /, ''),
    details: error.details,
    requestId: error.requestId,
  }
}

function explainClient(error: PowerPostError): Pick<Failure, 'outcome' | 'hint'> {
  if (error instanceof APIConnectionError) {
    return {
      outcome: 'unavailable',
      hint: 'Start the server (`pnpm start`), or give its address with --base-url or POWERPOST_BASE_URL.',
    }
  }
  if (error instanceof APITimeoutError) return { outcome: 'unavailable', hint: 'Run the same command again later.' }
  if (error instanceof APIUserAbortError)
    return { outcome: 'interrupted', hint: 'What the server has started continues.' }
  if (error instanceof JobFailedError) {
    return { outcome: 'failed', hint: 'Its credits were refunded: run the same command again.' }
  }
  return { outcome: 'usage', hint: 'Add --help to see what the command takes.' }
}
