import type { Trx } from '#db/types.ts'
import { wake } from '#jobs/waker.ts'
import type { Checkpoint } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { PostingItem } from '../engine/items.repository.ts'
import { insertFollowUp } from './follow-ups.repository.ts'
import { FOLLOW_MS } from './times.ts'

interface StartOptions {
  readonly item: Pick<PostingItem, 'id' | 'lane'>
  readonly checkpoint: Checkpoint
  /** After which its platform is asked first. */
  readonly seconds: number
}

/** Its platform is asked about an item from now on: in the transaction that ends the item as posted. */
export async function startFollowUp(
  trx: Trx,
  { clock }: { readonly clock: Clock },
  { item, checkpoint, seconds }: StartOptions,
): Promise<void> {
  const now = clock.now().getTime()
  await insertFollowUp(trx, {
    item_id: item.id,
    lane: item.lane,
    checkpoint: JSON.stringify(checkpoint),
    due_at: new Date(now + seconds * 1000),
    ends_at: new Date(now + FOLLOW_MS),
  })
  await wake(trx, 'follow_ups')
}
