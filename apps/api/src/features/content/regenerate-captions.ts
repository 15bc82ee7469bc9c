import type { Trx } from '#db/types.ts'
import { holdMedia } from '#features/media/index.ts'
import type { AcceptDependencies } from '#features/runs/index.ts'
import { acceptRun } from '#features/runs/index.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { GenerateContentResponse, Platform, RegenerateRequest } from '@powerpost/contract'
import { priceGeneration } from '@powerpost/contract'
import { checkModel } from './controls/choose-model.ts'
import { toStoredControls } from './controls/stored-controls.ts'
import type { PlanDependencies } from './plan-generation.ts'
import type { StoredGeneration } from './generations.repository.ts'
import { lockGeneration, updateProcessing } from './generations.repository.ts'
import { noSuchGeneration, toAccepted } from './present-generation.ts'

interface RegenerateDependencies extends AcceptDependencies, Pick<PlanDependencies, 'model' | 'sandboxModel'> {}

interface RegenerateOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
  readonly request: RegenerateRequest
}

/** Accepts a regeneration of some captions of a completed generation, which is `processing` again until it ends. */
export async function regenerateCaptions(
  trx: Trx,
  dependencies: RegenerateDependencies,
  { principal, id, request }: RegenerateOptions,
): Promise<GenerateContentResponse> {
  const generation = await lockGeneration(trx, principal, id)
  if (!generation) throw noSuchGeneration()
  assertCompleted(generation)
  await holdMedia(trx, generation.id)
  checkModel(request.model, dependencies.model, dependencies.sandboxModel)
  const controls = toStoredControls(request)
  const platforms = choosePlatforms(generation, request.platforms)
  const researchMode = generation.research_mode
  const price = priceGeneration({ researchMode, platforms, variants: request.variants, imageCount: 0 })
  const { remainingCredits } = await acceptRun(trx, dependencies, {
    kind: 'captions',
    principal,
    price,
    maxCredits: request.max_credits,
    queued: { event: 'queued', data: { status: 'processing', platforms } },
    regeneration: {
      subjectId: generation.id,
      input: {
        platforms,
        ...(request.instruction !== undefined && { instruction: request.instruction }),
        ...(Object.keys(controls).length > 0 && { controls }),
      },
    },
  })
  await updateProcessing(trx, generation.id)
  return toAccepted({ generationId: generation.id, creditsUsed: price, remainingCredits })
}

function assertCompleted({ status }: StoredGeneration): void {
  if (status === 'completed') return
  throw new AppError(
    'CONFLICT',
    status === 'processing'
      ? 'The generation is still processing. Wait until it is completed.'
      : 'The generation failed: it has no captions to regenerate.',
  )
}

function choosePlatforms(generation: StoredGeneration, asked: readonly Platform[]): Platform[] {
  for (const [index, platform] of asked.entries()) {
    if (generation.platforms.includes(platform)) continue
    throw invalidField(`platforms[${index}]`, `must be one of the generation's: ${generation.platforms.join(', ')}`)
  }
  return [...new Set(asked)]
}
