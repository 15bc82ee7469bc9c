import type { Trx } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { CreatePostRequest, Post } from '@powerpost/contract'
import { planItems } from './plan-items.ts'
import { findItems } from './post-items.repository.ts'
import { insertPost } from './posts.repository.ts'
import { toPost } from './present-post.ts'
import { measureItems, refuseTooManyBytes, refuseTooManyPosts } from './refuse-too-much.ts'
import { requireCaptions } from './require-captions.ts'
import { writeItems } from './write-items.ts'

interface CreateOptions {
  readonly principal: WorkspacePrincipal
  readonly request: CreatePostRequest
}

/** Creates a draft. It may break the platforms' rules. */
export async function createPost(
  trx: Trx,
  { clock }: { readonly clock: Clock },
  { principal, request }: CreateOptions,
): Promise<Post> {
  const now = clock.now()
  const captions = await requireCaptions(trx, principal, request.generation_id)
  const items = await planItems(trx, { principal, items: request.items, captions, now })
  const storedBytes = measureItems(items)
  await refuseTooManyPosts(trx, principal)
  await refuseTooManyBytes(trx, principal, storedBytes)
  const post = await insertPost(trx, {
    id: makeId(clock),
    account_id: principal.accountId,
    workspace_id: principal.workspaceId,
    livemode: principal.livemode,
    status: 'draft',
    outcome: null,
    generation_id: request.generation_id?.toLowerCase() ?? null,
    scheduled_at: null,
    published_at: null,
    stored_bytes: storedBytes,
    created_by: storePrincipal(principal),
    created_at: now,
    updated_at: now,
  })
  await writeItems(trx, { postId: post.id, items, clock })
  return toPost(post, await findItems(trx, post.id))
}
