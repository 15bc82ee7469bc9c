import type { Logger } from '#shared/logger.ts'
import type { VendorVideoModel } from '#video-models/port.ts'

interface CancelOptions {
  readonly model: VendorVideoModel
  /** What the vendor calls it. */
  readonly job: string
  readonly runId: string
  readonly signal: AbortSignal
}

const LIMIT_MS = 10_000

/** Has a vendor stop a job that nobody waits for any more, if it can. That it cannot is in the log. */
export async function cancelJob(
  { logger }: { readonly logger: Logger },
  { model, job, runId, signal }: CancelOptions,
): Promise<void> {
  try {
    await model.cancel?.(job, AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]))
  } catch (err) {
    logger.warn({ err, run_id: runId, job }, "a video vendor's job could not be cancelled")
  }
}
