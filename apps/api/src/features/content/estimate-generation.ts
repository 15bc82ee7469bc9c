import type { Trx } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Estimate, GenerateContentRequest } from '@powerpost/contract'
import type { Researcher } from '#research/port.ts'
import { chooseModel } from './controls/choose-model.ts'
import type { PlanDependencies } from './plan-generation.ts'
import { planGeneration } from './plan-generation.ts'
import { reviewPlan } from './warnings/review-plan.ts'

export interface EstimateDependencies extends PlanDependencies {
  readonly researcher: Researcher
}

/** What a generation would cost, and what of it would not be done. Refuses what would be refused, but for want of credits; starts nothing. */
export async function estimateGeneration(
  trx: Trx,
  dependencies: EstimateDependencies,
  options: { readonly principal: WorkspacePrincipal; readonly request: GenerateContentRequest },
): Promise<Estimate> {
  const { principal, request } = options
  const { model: live, sandboxModel, researcher } = dependencies
  const plan = await planGeneration(trx, dependencies, options)
  const { inputType, platforms, breakdown, price } = plan
  const model = principal.livemode ? (chooseModel(request.model, live, sandboxModel) ?? live) : sandboxModel
  const warnings = reviewPlan({ request, plan, model, researcher })
  return {
    credits: price,
    input_type: inputType,
    platforms: [...platforms],
    breakdown: [...breakdown],
    ...(warnings.length > 0 && { warnings: [...warnings] }),
  }
}
