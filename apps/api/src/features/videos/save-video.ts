import type { Trx } from '#db/types.ts'
import type { SaveFileDependencies } from '#features/media/index.ts'
import { saveGeneratedFile } from '#features/media/index.ts'
import type { RunAttempt, StoredRun } from '#features/runs/index.ts'
import { lockIfProcessing } from '#features/runs/index.ts'
import type { VideoModel } from '#video-models/port.ts'
import type { VideoModelName, Warning } from '@powerpost/contract'
import type { Comparison } from './compare-with-request.ts'
import { compareWithRequest } from './compare-with-request.ts'
import type { EndDependencies } from './end-video.ts'
import { completeVideo } from './end-video.ts'
import { newPromptOf, reviewRun } from './review-run.ts'
import type { StoredVideoGeneration } from './video-generations.repository.ts'
import { lockVideoGenerationOfRun, saveGenerator } from './video-generations.repository.ts'
import { updateMade } from './videos.repository.ts'

export interface SaveDependencies extends SaveFileDependencies, EndDependencies {
  readonly models: Readonly<Record<VideoModelName, VideoModel>>
}

interface SaveOptions {
  readonly run: StoredRun
  readonly generation: StoredVideoGeneration
  readonly model: VideoModel
  /** Of the model. @default none */
  readonly warnings?: readonly Warning[]
  readonly stream: AsyncIterable<Uint8Array>
  readonly maxBytes: number | undefined
  readonly attempt: RunAttempt
}

/**
 * Keeps a video that was made as a medium, and ends its run, in ONE transaction with the job. One whose run has ended meanwhile is
 * thrown away.
 */
export async function saveVideo(dependencies: SaveDependencies, options: SaveOptions): Promise<void> {
  const { run, generation, model, stream, maxBytes, attempt } = options
  const { id: runId, subject_id: id, account_id: accountId, workspace_id: workspaceId, livemode } = run
  const owner = { accountId, workspaceId, livemode, createdBy: generation.created_by }
  const file = { owner, fileName: nameFile(options), type: 'video', stream, maxBytes, signal: attempt.signal } as const
  const isKept = await saveGeneratedFile(dependencies, file, async (trx: Trx, mediaId, facts) => {
    if (facts.kind !== 'video') return false
    if (!(await lockVideoGenerationOfRun(trx, id)) || !(await lockIfProcessing(trx, runId))) return false
    if (!(await updateMade(trx, runId, mediaId))) return false
    await saveGenerator(trx, id, { model: model.name, built_in: model.builtIn })
    const { width, height, durationSeconds: duration } = facts
    const made = { width, height, duration, hasAudio: facts.facts.has_audio ?? false }
    const compared = compareWithRequest(generation, made, run.credits_used)
    const { warnings, refund } = judge(dependencies, options, compared)
    const medium = { id: mediaId, width, height, duration }
    await completeVideo(trx, dependencies, { run, medium, warnings, refund })
    await attempt.complete(trx)
    return true
  })
  if (!isKept) await dependencies.db.transaction().execute((trx) => attempt.complete(trx))
}

/** What the model could not do is warned of, and costs nothing, even if something else was made. */
function judge({ models }: SaveDependencies, options: SaveOptions, compared: Comparison): Comparison {
  const { run, generation, warnings = [] } = options
  const review = reviewRun(models, run, generation)
  if (!review) return { ...compared, warnings: [...warnings, ...compared.warnings] }
  const { warning } = review
  const refund = { credits: run.credits_used, reason: `Not done: ${warning.message}` }
  return { warnings: [warning, ...warnings, ...compared.warnings], refund }
}

const NAME_LENGTH = 60

/** By what it shows: captions are written about files by their names too. */
function nameFile({ run, generation }: SaveOptions): string {
  const words = (newPromptOf(run) ?? generation.prompt).replace(/[\s/\\.#]+/gu, ' ').trim()
  return `${[...words].slice(0, NAME_LENGTH).join('').trim() || 'video'}.mp4`
}
