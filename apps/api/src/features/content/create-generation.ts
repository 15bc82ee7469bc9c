import type { Trx } from '#db/types.ts'
import type { AcceptDependencies } from '#features/runs/index.ts'
import { acceptRun } from '#features/runs/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { GenerateContentRequest, GenerateContentResponse } from '@powerpost/contract'
import { insertGeneration } from './generations.repository.ts'
import type { PlanDependencies } from './plan-generation.ts'
import { planGeneration } from './plan-generation.ts'
import { toAccepted } from './present-generation.ts'

export interface CreateGenerationDependencies extends PlanDependencies, AcceptDependencies {}

interface CreateOptions {
  readonly principal: WorkspacePrincipal
  readonly request: GenerateContentRequest
}

/** Accepts a generation and its first run in the caller's ONE transaction. */
export async function createGeneration(
  trx: Trx,
  dependencies: CreateGenerationDependencies,
  { principal, request }: CreateOptions,
): Promise<GenerateContentResponse> {
  const plan = await planGeneration(trx, dependencies, { principal, request })
  const { price, platforms } = plan
  const { id, remainingCredits } = await acceptRun(trx, dependencies, {
    kind: 'captions',
    principal,
    price,
    maxCredits: request.max_credits,
    queued: { event: 'queued', data: { status: 'processing', platforms: [...platforms] } },
    keep: ({ id: newId, at }) => insertGeneration(trx, { id: newId, principal, request, plan, createdAt: at }),
  })
  return toAccepted({ generationId: id, creditsUsed: price, remainingCredits })
}
