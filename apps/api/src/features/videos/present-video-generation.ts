import type { MediaLinks, VideoFile } from '#features/media/index.ts'
import type { StoredRun } from '#features/runs/index.ts'
import { AppError } from '#shared/app-error.ts'
import type {
  GeneratedVideo,
  GenerateVideoResponse,
  VideoGeneration,
  VideoGenerationSummary,
  VideoRegeneration,
} from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { StoredVideoGeneration } from './video-generations.repository.ts'
import { videosInputOf } from './videos-input.ts'

interface AcceptedVideoGeneration {
  readonly id: string
  readonly creditsUsed: number
  readonly remainingCredits: number
}

/** What is answered when a run was accepted. */
export function toAccepted({ id, creditsUsed, remainingCredits }: AcceptedVideoGeneration): GenerateVideoResponse {
  return {
    video_generation_id: id,
    status: 'processing',
    credits_used: creditsUsed,
    remaining_credits: remainingCredits,
    status_url: contract.videos.getGeneration.path.replace(':id', id),
  }
}

/** A video generation as lists show it. */
export function toSummary(generation: StoredVideoGeneration): VideoGenerationSummary {
  const { prompt_used, prompt_enhancement, media_id, completed_at, generator } = generation
  return {
    video_generation_id: generation.id,
    status: generation.status,
    prompt: generation.prompt,
    ...(prompt_used !== null && { prompt_used }),
    ...(prompt_enhancement !== null && { prompt_enhancement }),
    size: generation.size,
    duration: generation.duration,
    model: generation.model,
    has_audio: generation.has_audio,
    ...(media_id !== null && { source_image: media_id }),
    credits_used: generation.credits_used,
    livemode: generation.livemode,
    created_by: generation.created_by,
    created_at: generation.created_at.toISOString(),
    ...(completed_at !== null && { completed_at: completed_at.toISOString() }),
    ...(generator !== null && { generator }),
  }
}

/** A video generation with what came of it. */
export function toVideoGeneration(
  generation: StoredVideoGeneration,
  video: GeneratedVideo | undefined,
  regeneration: StoredRun | undefined,
): VideoGeneration {
  return {
    ...toSummary(generation),
    ...(video && { video }),
    ...(regeneration && { regeneration: toRegeneration(regeneration) }),
    ...toOutcome(generation),
  }
}

function toRegeneration(run: StoredRun): VideoRegeneration {
  const { status, credits_used, created_at, completed_at } = run
  const { prompt } = videosInputOf(run)
  return {
    status,
    ...(prompt !== undefined && { prompt }),
    credits_used,
    created_at: created_at.toISOString(),
    ...(completed_at !== null && { completed_at: completed_at.toISOString() }),
    ...toOutcome(run),
  }
}

type Ended = Pick<StoredRun, 'status' | 'warnings' | 'credits_refunded' | 'error_message'>

/** What was not done as requested, and what was given back. */
function toOutcome({ status, warnings, credits_refunded, error_message }: Ended) {
  const isFailed = status === 'failed'
  return {
    ...(warnings.length > 0 && { warnings: [...warnings] }),
    ...((credits_refunded > 0 || isFailed) && { credits_refunded }),
    ...(isFailed && { error: { code: 'VIDEO_GENERATION_FAILED' as const, message: error_message ?? '' } }),
  }
}

/** A video that is there, with links that are made now. */
export function toVideo({ id, width, height, duration }: VideoFile, links: MediaLinks): GeneratedVideo {
  return { media_id: id, ...links.of(id), width, height, duration }
}

/** In the same words for another workspace's video generation and for none at all. */
export function noSuchVideoGeneration(): AppError {
  return new AppError('NOT_FOUND', 'There is no such video generation in this workspace.')
}
