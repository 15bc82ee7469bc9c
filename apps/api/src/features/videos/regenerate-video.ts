import type { Trx } from '#db/types.ts'
import { findMediaForGeneration } from '#features/media/index.ts'
import { acceptRun, countRuns } from '#features/runs/index.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { GenerateVideoResponse, RegenerateVideoRequest } from '@powerpost/contract'
import { countCodePoints, VIDEO_MODELS } from '@powerpost/contract'
import { createSeed } from './create-seed.ts'
import type { CreateVideoDependencies } from './create-video-generation.ts'
import { assertRoom, priceOf } from './plan-video.ts'
import { noSuchVideoGeneration, toAccepted } from './present-video-generation.ts'
import type { StoredVideoGeneration } from './video-generations.repository.ts'
import { lockVideoGeneration, updateProcessing } from './video-generations.repository.ts'
import { insertVideo } from './videos.repository.ts'

interface RegenerateOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
  readonly request: RegenerateVideoRequest
}

/** Accepts a regeneration of the video of a completed generation, which is `processing` again until it ends. */
export async function regenerateVideo(
  trx: Trx,
  dependencies: CreateVideoDependencies,
  { principal, id, request: { prompt, max_credits: maxCredits } }: RegenerateOptions,
): Promise<GenerateVideoResponse> {
  const generation = await lockVideoGeneration(trx, principal, id)
  if (!generation) throw noSuchVideoGeneration()
  assertCompleted(generation)
  assertLength(generation, prompt)
  await assertSource(trx, principal, generation)
  await assertRoom(trx, principal)
  const price = priceOf(generation)
  const runs = await countRuns(trx, generation.id)
  const run = await acceptRun(trx, dependencies, {
    kind: 'videos',
    principal,
    price,
    maxCredits,
    queued: { event: 'queued', data: { status: 'processing' } },
    regeneration: {
      subjectId: generation.id,
      input: { regenerates: 'video', ...(prompt !== undefined && { prompt }) },
    },
  })
  await insertVideo(trx, { runId: run.id, seed: createSeed(dependencies, { livemode: principal.livemode, runs }) })
  await updateProcessing(trx, generation.id)
  return toAccepted({ id: generation.id, creditsUsed: price, remainingCredits: run.remainingCredits })
}

function assertCompleted({ status }: StoredVideoGeneration): void {
  if (status === 'completed') return
  throw new AppError(
    'CONFLICT',
    status === 'processing'
      ? 'The video generation is still processing. Wait until it is completed.'
      : 'The video generation failed. Start a new one.',
  )
}

function assertLength({ model }: StoredVideoGeneration, prompt = ''): void {
  const { maxPromptLength } = VIDEO_MODELS[model]
  if (countCodePoints(prompt) <= maxPromptLength) return
  throw invalidField('prompt', `must have at most ${maxPromptLength} characters with the model ${model}`)
}

/** The image that it begins with, kept from being deleted until the transaction ends. Without it the video would be another. */
async function assertSource(
  trx: Trx,
  principal: WorkspacePrincipal,
  { has_source, media_id }: StoredVideoGeneration,
): Promise<void> {
  if (!has_source) return
  if (media_id !== null && (await findMediaForGeneration(trx, principal, [media_id])).size === 1) return
  throw new AppError('CONFLICT', 'The source image of the video generation was deleted. Start a new one.')
}
