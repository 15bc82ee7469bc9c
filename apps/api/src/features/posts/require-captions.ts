import type { Trx } from '#db/types.ts'
import { findCaptions } from '#features/content/index.ts'
import { invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Captions } from '@powerpost/contract'

/** The captions of the generation that a request names, where it names one. */
export async function requireCaptions(
  trx: Trx,
  principal: WorkspacePrincipal,
  generationId: string | undefined,
): Promise<Captions | undefined> {
  if (generationId === undefined) return undefined
  const generation = await findCaptions(trx, principal, generationId)
  if (generation?.status === 'completed') return generation.captions
  throw invalidField('generation_id', 'is not a completed generation of this workspace')
}
