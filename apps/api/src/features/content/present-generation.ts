import type { Captions, GenerateContentResponse, Generation, GenerationSummary } from '@powerpost/contract'
import { JOB_ERROR_CODES } from '@powerpost/contract'
import { contract } from '@powerpost/contract/routes'
import type { StoredGeneration } from './generations.repository.ts'
import { measureCaptions } from './measure-captions.ts'

interface StartedGeneration {
  readonly generationId: string
  readonly creditsUsed: number
  readonly remainingCredits: number
}

/** What is answered when something that takes a while was started. */
export function toStarted({ generationId, creditsUsed, remainingCredits }: StartedGeneration): GenerateContentResponse {
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
    created_at: generation.created_at.toISOString(),
    ...(generation.completed_at !== null && { completed_at: generation.completed_at.toISOString() }),
    ...(generation.generator !== null && { generator: generation.generator }),
  }
}

/** A generation with what came of it. */
export function toGeneration(generation: StoredGeneration, outputs: Captions | undefined): Generation {
  const code = JOB_ERROR_CODES.find((known) => known === generation.error_code)
  return {
    ...toSummary(generation),
    ...(outputs && { outputs, details: measureCaptions(outputs) }),
    ...(code && { error: { code, message: generation.error_message ?? '' } }),
  }
}
