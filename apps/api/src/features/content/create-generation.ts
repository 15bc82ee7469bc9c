import type { StoredProgress, Trx } from '#db/types.ts'
import { debitCredits } from '#features/account/index.ts'
import type { Enqueuer } from '#jobs/queue.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { GenerateContentRequest, GenerateContentResponse } from '@powerpost/contract'
import { insertGeneration } from './generations.repository.ts'
import type { ContentJobs } from './jobs.ts'
import type { PlanDependencies } from './plan-generation.ts'
import { planGeneration } from './plan-generation.ts'
import { appendEvent } from './progress/events.repository.ts'
import { toStarted } from './present-generation.ts'
import { refuseDearer } from './refuse-dearer.ts'

export interface CreateGenerationDependencies extends PlanDependencies {
  readonly queue: Enqueuer<ContentJobs>
  readonly clock: Clock
}

interface CreateOptions {
  readonly caller: WorkspaceCaller
  readonly request: GenerateContentRequest
}

/**
 * Accepts a generation: the caller's ONE transaction debits, writes the ledger, the generation and its job. After it
 * either all of them exist, and the generation will end, or none does, and nothing was paid.
 */
export async function createGeneration(
  trx: Trx,
  dependencies: CreateGenerationDependencies,
  { caller, request }: CreateOptions,
): Promise<GenerateContentResponse> {
  const { queue, clock } = dependencies
  const plan = await planGeneration(trx, dependencies, { caller, request })
  refuseDearer(plan.price, request.max_credits)
  const id = makeId(clock)
  const { accountId, livemode } = caller
  const operation = { type: 'generation', id } as const
  const remainingCredits = await debitCredits(trx, { accountId, livemode, amount: plan.price, operation, clock })
  const at = clock.now()
  await insertGeneration(trx, { id, caller, request, plan, createdAt: at })
  const progress = {
    event: 'queued',
    data: { status: 'processing', platforms: [...plan.platforms] },
  } satisfies StoredProgress
  await appendEvent(trx, { generationId: id, progress, at })
  await queue.enqueue(trx, 'run-generation', { generation_id: id })
  return toStarted({ generationId: id, creditsUsed: plan.price, remainingCredits })
}
