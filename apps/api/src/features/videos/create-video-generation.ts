import type { Trx } from '#db/types.ts'
import type { AcceptDependencies } from '#features/runs/index.ts'
import { acceptRun } from '#features/runs/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { GenerateVideoRequest, GenerateVideoResponse } from '@powerpost/contract'
import { createSeed } from './create-seed.ts'
import { planVideo } from './plan-video.ts'
import { toAccepted } from './present-video-generation.ts'
import { insertVideoGeneration } from './video-generations.repository.ts'
import { insertVideo } from './videos.repository.ts'

export interface CreateVideoDependencies extends AcceptDependencies {
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number
}

interface CreateOptions {
  readonly principal: WorkspacePrincipal
  readonly request: GenerateVideoRequest
}

/** Accepts a video generation and its first run in the caller's ONE transaction. */
export async function createVideoGeneration(
  trx: Trx,
  dependencies: CreateVideoDependencies,
  { principal, request }: CreateOptions,
): Promise<GenerateVideoResponse> {
  const { price, sourceId } = await planVideo(trx, { principal, request })
  const { id, remainingCredits, at } = await acceptRun(trx, dependencies, {
    kind: 'videos',
    principal,
    price,
    maxCredits: request.max_credits,
    queued: { event: 'queued', data: { status: 'processing' } },
  })
  await insertVideoGeneration(trx, { id, principal, request, sourceId, createdAt: at })
  await insertVideo(trx, { runId: id, seed: createSeed(dependencies, { livemode: principal.livemode, runs: 0 }) })
  return toAccepted({ id, creditsUsed: price, remainingCredits })
}
