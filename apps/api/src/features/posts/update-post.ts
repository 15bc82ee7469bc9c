import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import { findCaptions } from '#features/content/index.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type { Post, UpdatePostRequest } from '@powerpost/contract'
import { planItems } from './plan-items.ts'
import { findItems, removeItems } from './post-items.repository.ts'
import { lockPost, markUpdated } from './posts.repository.ts'
import { noSuchPost, toPost } from './present-post.ts'
import { measureItems, refuseTooManyBytes } from './refuse-too-much.ts'
import { nextStatus } from './transitions.ts'
import { writeItems } from './write-items.ts'

interface UpdateOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
  readonly request: UpdatePostRequest
}

/** Replaces the items of a draft. CONFLICT for what is no draft any more. */
export async function updatePost(
  trx: Trx,
  { clock }: { readonly clock: Clock },
  { principal, id, request }: UpdateOptions,
): Promise<Change<Post>> {
  const draft = await lockPost(trx, principal, id)
  if (!draft) throw noSuchPost()
  const status = nextStatus(draft, 'update')
  const before = toPost(draft, await findItems(trx, draft.id))
  const now = clock.now()
  // While its captions are regenerated it has none, and only texts that are missing are asked for.
  const generation = draft.generation_id === null ? undefined : await findCaptions(trx, principal, draft.generation_id)
  const captions = generation?.status === 'completed' ? generation.captions : undefined
  const items = await planItems(trx, { principal, items: request.items, captions, now })
  const storedBytes = measureItems(items)
  await refuseTooManyBytes(trx, principal, storedBytes - draft.stored_bytes)
  await removeItems(trx, draft.id)
  await writeItems(trx, { postId: draft.id, items, clock })
  const updated = await markUpdated(trx, { id: draft.id, status, storedBytes, now })
  return { before, body: toPost(updated, await findItems(trx, draft.id)) }
}
