import type { Trx } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Estimate, GenerateContentRequest } from '@powerpost/contract'
import type { PlanDependencies } from './plan-generation.ts'
import { planGeneration } from './plan-generation.ts'

/** What a generation would cost. Refuses what would be refused, but for want of credits; starts nothing. */
export async function estimateGeneration(
  trx: Trx,
  dependencies: PlanDependencies,
  options: { readonly principal: WorkspacePrincipal; readonly request: GenerateContentRequest },
): Promise<Estimate> {
  const { inputType, platforms, breakdown, price } = await planGeneration(trx, dependencies, options)
  return { credits: price, input_type: inputType, platforms: [...platforms], breakdown: [...breakdown] }
}
