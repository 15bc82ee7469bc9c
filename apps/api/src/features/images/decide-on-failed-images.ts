import type { Db } from '#db/types.ts'
import type { FailureMessages, RunAttempt, StoredRun } from '#features/runs/index.ts'
import { decideOnFailure, logFailure } from '#features/runs/index.ts'
import { AppError } from '#shared/app-error.ts'
import type { Logger } from '#shared/logger.ts'
import type { StoredImage } from './images.repository.ts'
import { failImage } from './images.repository.ts'

/** An image that an attempt did not draw, and why. */
export interface FailedImage {
  readonly image: StoredImage
  readonly error: unknown
}

/** Why an image was not drawn, in words for the caller. */
export const MESSAGES: FailureMessages = {
  refused: 'The image model refused to generate this; change the prompt.',
  misconfigured: "The server's image model is not configured correctly; tell the operator.",
  no_such_model: "The server's image model does not exist at its vendor; tell the operator.",
  no_credit: "The operator's account at the image model's vendor has no credit left; tell the operator.",
  too_long: 'The prompt is too long for the image model; make it shorter.',
  busy: 'The image model is overloaded; try again later.',
  down: 'The image model could not be reached, or stopped; try again later.',
  silent: 'The image model accepted the request and did not answer in time; try again later.',
  unusable: 'The image model returned nothing usable; try again, or change the prompt.',
}

export const DEFAULT_MESSAGE = 'It could not be generated; try again.'

interface Dependencies {
  readonly db: Db
  readonly logger: Logger
}

interface DecideOptions {
  readonly run: StoredRun
  readonly failures: readonly FailedImage[]
  readonly attempt: RunAttempt
}

/**
 * Fails the images for which another attempt is of no use, and has the queue retry the others.
 *
 * @returns whether the run goes on, in a later attempt
 * @throws what an image failed by, for the queue to retry with its own waits
 */
export async function decideOnFailedImages(
  { db, logger }: Dependencies,
  { run, failures, attempt }: DecideOptions,
): Promise<boolean> {
  const retries: unknown[] = []
  const waits: number[] = []
  for (const { image, error } of failures) {
    const decision = decide(error, attempt)
    const { position } = image
    logFailure(logger, { err: error, run_id: run.id, position, decision: decision.kind }, 'an image failed')
    if (decision.kind === 'fail') await failImage(db, image, decision.message ?? DEFAULT_MESSAGE)
    if (decision.kind === 'retry') retries.push(error)
    if (decision.kind === 'postpone') waits.push(decision.seconds)
  }
  if (waits.length > 0) {
    await db.transaction().execute((trx) => attempt.postpone(trx, Math.max(...waits)))
    return true
  }
  if (retries.length > 0) throw retries[0]
  return false
}

function decide(error: unknown, attempt: RunAttempt): ReturnType<typeof decideOnFailure> {
  if (error instanceof AppError && error.code === 'STORAGE_QUOTA_EXCEEDED') {
    return { kind: 'fail', message: error.message }
  }
  return decideOnFailure(error, attempt, MESSAGES)
}
