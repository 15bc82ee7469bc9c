import { PowerPostError } from './powerpost-error.ts'

/** Nothing was sent: what the program gave cannot be used. */
export function invalidArgument(message: string, cause?: unknown): PowerPostError {
  return new PowerPostError({ code: 'INVALID_ARGUMENT', message, cause })
}
