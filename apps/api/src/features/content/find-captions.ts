import type { Trx } from '#db/types.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Captions } from '@powerpost/contract'
import { findGeneration, findOutputs } from './generations.repository.ts'

/** The captions of a completed generation of the caller's workspace and mode; undefined for any other id. */
export async function findCaptions(
  trx: Trx,
  caller: WorkspaceCaller,
  generationId: string,
): Promise<Captions | undefined> {
  const generation = await findGeneration(trx, caller, generationId)
  return generation?.status === 'completed' ? findOutputs(trx, generation.id) : undefined
}
