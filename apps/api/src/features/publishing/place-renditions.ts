import type { Trx } from '#db/types.ts'
import { planRendition, saveRendition } from '#features/media/index.ts'
import type { StoredItem, StoredPost } from '#features/posts/index.ts'
import { mediaOf, updateRendition } from '#features/posts/index.ts'
import { wake } from '#jobs/waker.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'

interface PlaceOptions {
  readonly post: StoredPost
  /** Those that are about to be posted. Their media are held. */
  readonly items: readonly StoredItem[]
  readonly clock: Clock
}

/** Has renditions made of the media that do not fit as they are, and writes down which are posted. */
export async function placeRenditions(trx: Trx, { post, items, clock }: PlaceOptions): Promise<void> {
  const { account_id: accountId, workspace_id: workspaceId, livemode } = post
  const placed = items.flatMap((item) => mediaOf(item).map((medium) => ({ item, medium })))
  let isSaved = false
  for (const { item, medium } of placed) {
    const plan = planRendition(medium, { postType: item.post_type, fit: item.fit, focus: medium.focus })
    const owner = { accountId, workspaceId, livemode }
    const renditionId = plan
      ? await saveRendition(trx, { id: makeId(clock), originalId: medium.id, ...owner, plan, now: clock.now() })
      : null
    if (renditionId === (medium.rendition?.id ?? null) && !plan) continue
    await updateRendition(trx, { itemId: item.id, mediaId: medium.id, renditionId })
    isSaved ||= plan !== undefined
  }
  if (isSaved) await wake(trx, 'renditions')
}
