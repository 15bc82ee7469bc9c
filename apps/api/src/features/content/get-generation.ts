import type { Db } from '#db/types.ts'
import { findLastRegeneration } from '#features/runs/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Generation } from '@powerpost/contract'
import { findGeneration } from './generations.repository.ts'
import { findWritten } from './outputs.repository.ts'
import { noSuchGeneration, toGeneration } from './present-generation.ts'

/** One generation as the API shows it. */
export async function getGeneration(
  db: Db,
  { principal, id }: { readonly principal: WorkspacePrincipal; readonly id: string },
): Promise<Generation> {
  const generation = await findGeneration(db, principal, id)
  if (!generation) throw noSuchGeneration()
  const regeneration = await findLastRegeneration(db, id)
  const written = generation.status === 'completed' ? await findWritten(db, id) : undefined
  return toGeneration(generation, written, regeneration)
}
