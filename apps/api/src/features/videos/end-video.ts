import type { Trx } from '#db/types.ts'
import type { MediaLinks, VideoFile } from '#features/media/index.ts'
import type { PartialRefund, StoredRun } from '#features/runs/index.ts'
import { endRun, isFirstRun, lockIfProcessing } from '#features/runs/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { Warning } from '@powerpost/contract'
import { DEFAULT_MESSAGE, NOT_REFUNDED, REFUNDED } from './messages.ts'
import { toVideo } from './present-video-generation.ts'
import { lockVideoGenerationOfRun, updateVideoGenerationEnd } from './video-generations.repository.ts'
import { failPendingVideo, findVideoOfRun } from './videos.repository.ts'

export interface EndDependencies {
  readonly clock: Clock
  readonly recordEvent: RecordEvent
  readonly mediaLinks: MediaLinks
}

interface CompleteOptions {
  readonly run: StoredRun
  readonly medium: VideoFile
  readonly warnings: readonly Warning[]
  readonly refund: PartialRefund | undefined
}

/**
 * Completes a run of a video. The caller holds the locks of the generation and of its run, which is processing, and makes the
 * medium ready in the same transaction.
 */
export async function completeVideo(
  trx: Trx,
  { clock, recordEvent, mediaLinks }: EndDependencies,
  { run, medium, warnings, refund }: CompleteOptions,
): Promise<void> {
  const { subject_id: id, workspace_id: workspaceId, livemode } = run
  const at = clock.now()
  const status = 'completed'
  await updateVideoGenerationEnd(trx, { id, status, at })
  const event = { event: status, data: { status, video: medium } } as const
  await endRun(trx, { clock }, { run, at, warnings, ...(refund && { refund }), event })
  const data = { video_generation_id: id, status, video: toVideo(medium, mediaLinks) } as const
  await recordEvent(trx, { event: 'video_generation.completed', workspaceId, livemode, data })
}

interface FailOptions {
  readonly run: StoredRun
  /** The reason shown to the caller. What really happened is in the log. */
  readonly reason?: string | undefined
  readonly warnings?: readonly Warning[]
  /** Whether its end is the caller's own doing: nothing is given back then if a vendor was asked, which is paid. @default false */
  readonly isCallersDoing?: boolean
}

/**
 * Fails a run of a video and gives its credits back, once, however often it is called. A video that a regeneration did not make
 * stays as it was.
 */
export async function failVideo(
  trx: Trx,
  { clock, recordEvent }: EndDependencies,
  { run, reason = DEFAULT_MESSAGE, warnings = [], isCallersDoing = false }: FailOptions,
): Promise<void> {
  const { id: runId, subject_id: id, workspace_id: workspaceId, livemode } = run
  if (!(await lockVideoGenerationOfRun(trx, id)) || !(await lockIfProcessing(trx, runId))) return
  await failPendingVideo(trx, runId)
  const at = clock.now()
  const code = 'VIDEO_GENERATION_FAILED'
  const isCharged = isCallersDoing && (await findVideoOfRun(trx, runId)).submitting_since !== null
  const message = `${reason} ${isCharged ? NOT_REFUNDED : REFUNDED}`
  const error = { status: 'failed', error_code: code, error_message: message } as const
  await updateVideoGenerationEnd(trx, { id, status: isFirstRun(run) ? 'failed' : 'completed', at })
  const failure = { code, message, refund: isCharged ? 0 : run.credits_used }
  await endRun(trx, { clock }, { run, at, warnings, failure, event: { event: 'failed', data: error } })
  const data = { video_generation_id: id, ...error }
  await recordEvent(trx, { event: 'video_generation.failed', workspaceId, livemode, data })
}
