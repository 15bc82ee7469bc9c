import type { StoredGenerationStatus, Trx } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Captions, PostType } from '@powerpost/contract'
import { lockGeneration } from './generations.repository.ts'
import { findOutputs } from './outputs.repository.ts'

/** What of a generation others go on from. */
export interface CaptionsOfGeneration {
  readonly id: string
  readonly status: StoredGenerationStatus
  /** In the order asked for. */
  readonly postTypes: readonly PostType[]
  /** Those that stand now: all of them once it is `completed`. */
  readonly captions: Captions
}

/** The captions of a generation of the caller's workspace and mode, unchanging until the transaction ends; undefined for any other id. */
export async function findCaptions(
  trx: Trx,
  principal: WorkspacePrincipal,
  id: string,
): Promise<CaptionsOfGeneration | undefined> {
  const generation = await lockGeneration(trx, principal, id)
  if (!generation) return undefined
  const { status, post_types: postTypes } = generation
  return { id: generation.id, status, postTypes, captions: await findOutputs(trx, generation.id) }
}
