import type { Db } from '#db/types.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Generation } from '@powerpost/contract'
import { findGeneration, findOutputs } from './generations.repository.ts'
import { toGeneration } from './present-generation.ts'

/** One generation as the API shows it. NOT_FOUND, in the same words, for another workspace's and for none at all. */
export async function getGeneration(
  db: Db,
  { caller, id }: { readonly caller: WorkspaceCaller; readonly id: string },
): Promise<Generation> {
  const generation = await findGeneration(db, caller, id)
  if (!generation) throw new AppError('NOT_FOUND', 'There is no such generation in this workspace.')
  const outputs = generation.status === 'completed' ? await findOutputs(db, id) : undefined
  return toGeneration(generation, outputs)
}
