import type { Db } from '#db/types.ts'
import type { FailureMessages } from '#features/content/index.ts'
import { answerFailure } from '#features/content/index.ts'
import type { AttemptOf } from '#jobs/worker.ts'
import { AppError } from '#shared/app-error.ts'
import type { Logger } from '#shared/logger.ts'
import type { StoredImage } from './images.repository.ts'
import { giveUpImage } from './images.repository.ts'
import type { ImageJobs } from './jobs.ts'

/** An image that an attempt did not draw, and why. */
export interface FailedImage {
  readonly image: StoredImage
  readonly error: unknown
}

/** Why an image was not drawn, in words for the caller. */
const MESSAGES: FailureMessages = {
  refused: 'The image model refused to draw this; please change the prompt.',
  misconfigured: "The server's image model is not set up correctly; please tell the operator.",
  busy: 'The image model has too much to do; please try again later.',
  down: 'The image model could not be reached, or broke off; please try again later.',
  unusable: 'The image model drew nothing that can be used; please try again, or change the prompt.',
}

const DEFAULT_MESSAGE = 'It could not be drawn; please try again.'

interface SettleDependencies {
  readonly db: Db
  readonly logger: Logger
}

/**
 * Gives up the images for which another attempt is of no use, and has the queue try the others again.
 *
 * @returns whether the generation goes on, in a later attempt
 * @throws what an image failed by, for the queue to try again with its own waits
 */
export async function settleFailures(
  { db, logger }: SettleDependencies,
  failures: readonly FailedImage[],
  attempt: AttemptOf<ImageJobs, 'run-image-generation'>,
): Promise<boolean> {
  const again: unknown[] = []
  const waits: number[] = []
  for (const { image, error } of failures) {
    const answer = toAnswer(error, attempt)
    logger.error({ err: error, job: attempt.data, position: image.position, answer: answer.kind }, 'an image failed')
    if (answer.kind === 'fail') await giveUpImage(db, image, answer.message ?? DEFAULT_MESSAGE)
    if (answer.kind === 'retry') again.push(error)
    if (answer.kind === 'postpone') waits.push(answer.seconds)
  }
  if (waits.length > 0) {
    await db.transaction().execute((trx) => attempt.postpone(trx, Math.max(...waits)))
    return true
  }
  if (again.length > 0) throw again[0]
  return false
}

function toAnswer(
  error: unknown,
  attempt: AttemptOf<ImageJobs, 'run-image-generation'>,
): ReturnType<typeof answerFailure> {
  if (error instanceof AppError && error.code === 'STORAGE_QUOTA_EXCEEDED') {
    return { kind: 'fail', message: error.message }
  }
  return answerFailure(error, attempt, MESSAGES)
}
