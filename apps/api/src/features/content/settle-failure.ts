import type { Db, Trx } from '#db/types.ts'
import type { Attempt } from '#jobs/worker.ts'
import type { Logger } from '#shared/logger.ts'
import { answerFailure } from './answer-failure.ts'

interface SettleDependencies {
  readonly db: Db
  readonly logger: Logger
}

interface SettleOptions {
  readonly attempt: Attempt<object>
  readonly work: () => Promise<void>
  /** Ends what the job is for as failed, and gives its credits back. */
  readonly fail: (trx: Trx, message: string | undefined) => Promise<void>
}

/**
 * Makes one attempt of a job that writes. One that fails is tried again by the queue, or put off; the last one ends as
 * failed in ONE transaction with its job, so that whatever happens it ends.
 */
export async function settleFailure(
  { db, logger }: SettleDependencies,
  { attempt, work, fail }: SettleOptions,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const answer = answerFailure(error, attempt)
    if (answer.kind === 'retry') throw error
    logger.error({ err: error, job: attempt.data, answer: answer.kind }, 'an attempt to write failed')
    await db.transaction().execute(async (trx) => {
      if (answer.kind === 'postpone') return attempt.postpone(trx, answer.seconds)
      await fail(trx, answer.message)
      await attempt.complete(trx)
    })
  }
}
