import type { StoredRun } from '#features/runs/index.ts'
import { AppError } from '#shared/app-error.ts'
import type {
  Captions,
  GenerateContentResponse,
  Generation,
  GenerationSummary,
  Regeneration,
} from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { StoredGeneration } from './generations.repository.ts'
import { captionsInputOf } from './captions-input.ts'
import { measureCaptions } from './measure-captions.ts'

interface AcceptedGeneration {
  readonly generationId: string
  readonly creditsUsed: number
  readonly remainingCredits: number
}

/** What is answered when a run was accepted. */
export function toAccepted({
  generationId,
  creditsUsed,
  remainingCredits,
}: AcceptedGeneration): GenerateContentResponse {
  return {
    generation_id: generationId,
    status: 'processing',
    credits_used: creditsUsed,
    remaining_credits: remainingCredits,
    status_url: contract.content.getGeneration.path.replace(':id', generationId),
  }
}

/** A generation as lists show it. */
export function toSummary(generation: StoredGeneration): GenerationSummary {
  return {
    generation_id: generation.id,
    status: generation.status,
    ...(generation.prompt !== null && { prompt: generation.prompt }),
    platforms: generation.platforms,
    research_mode: generation.research_mode,
    input_type: generation.input_type,
    credits_used: generation.credits_used,
    livemode: generation.livemode,
    created_by: generation.created_by,
    created_at: generation.created_at.toISOString(),
    ...(generation.completed_at !== null && { completed_at: generation.completed_at.toISOString() }),
    ...(generation.generator !== null && { generator: generation.generator }),
  }
}

/** A generation with what came of it. */
export function toGeneration(
  generation: StoredGeneration,
  written: { readonly outputs: Captions; readonly variants: Generation['variants'] } | undefined,
  regeneration: StoredRun | undefined,
): Generation {
  return {
    ...toSummary(generation),
    ...toRefund(generation),
    ...toWarnings(generation),
    ...(written && { outputs: written.outputs, details: measureCaptions(written.outputs) }),
    ...(written?.variants && { variants: written.variants }),
    ...(written && generation.extras),
    ...(regeneration && { regeneration: toRegeneration(regeneration) }),
    ...toError(generation),
  }
}

function toRegeneration(run: StoredRun): Regeneration {
  const { status, credits_used, created_at, completed_at } = run
  const { platforms, instruction } = captionsInputOf(run)
  return {
    status,
    platforms,
    ...(instruction !== undefined && { instruction }),
    credits_used,
    ...toRefund(run),
    ...toWarnings(run),
    created_at: created_at.toISOString(),
    ...(completed_at !== null && { completed_at: completed_at.toISOString() }),
    ...toError(run),
  }
}

function toRefund({ credits_refunded }: Pick<StoredGeneration, 'credits_refunded'>) {
  return credits_refunded > 0 ? { credits_refunded } : {}
}

function toWarnings({ warnings }: Pick<StoredGeneration, 'warnings'>) {
  return warnings.length > 0 ? { warnings: [...warnings] } : {}
}

function toError({ error_code, error_message }: Pick<StoredGeneration, 'error_code' | 'error_message'>) {
  if (error_code !== 'GENERATION_FAILED') return {}
  return { error: { code: error_code, message: error_message ?? '' } } satisfies Pick<Generation, 'error'>
}

/** In the same words for another workspace's generation and for none at all. */
export function noSuchGeneration(): AppError {
  return new AppError('NOT_FOUND', 'There is no such generation in this workspace.')
}
