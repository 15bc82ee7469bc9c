import type { ModelFailure } from '#models/port.ts'
import { ModelError } from '#models/port.ts'
import { AppError, invalidField } from '#shared/app-error.ts'

/** Seconds after which a model that failed may work again, where it does not say so itself. */
const RETRY_SECONDS = 30

/** Why no voice was learned, as a caller sees it. Nothing was made. */
export function toLearnError(error: unknown, isOver: boolean): unknown {
  if (isOver) return unavailable('The text model did not answer in time.', error)
  if (!(error instanceof ModelError)) return error
  const { failure, retryAfterSeconds } = error
  const operators = OPERATORS[failure]
  if (operators !== undefined) return new AppError('MODEL_NOT_CONFIGURED', operators, { cause: error })
  if (failure === 'refused') return invalidField('texts', 'are nothing that the text model is willing to read')
  if (failure === 'too_long')
    return invalidField('texts', 'are too long for the text model: send fewer or shorter ones')
  if (failure === 'unusable') return unavailable('The text model returned nothing usable.', error)
  return unavailable('The text model is overloaded or could not be reached.', error, retryAfterSeconds)
}

const OPERATORS: Partial<Record<ModelFailure, string>> = {
  no_such_model: "The server's text model does not exist at its vendor. The operator must check POWERPOST_TEXT_MODEL.",
  no_credit: "The operator's account at the text model's vendor has no credit left. The operator must add some.",
  misconfigured:
    "The server's text model rejects its key or address. The operator must check the settings of the model.",
}

function unavailable(message: string, cause: unknown, retryAfter = RETRY_SECONDS): AppError {
  return new AppError('UNAVAILABLE', message, { cause, retryAfter, headers: { 'Retry-After': String(retryAfter) } })
}
