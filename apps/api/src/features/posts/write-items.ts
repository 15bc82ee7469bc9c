import type { Trx } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { PlannedItem } from './plan-items.ts'
import { insertItems } from './post-items.repository.ts'

interface WriteOptions {
  readonly postId: string
  readonly items: readonly PlannedItem[]
  readonly clock: Clock
}

/** Writes the planned items of a draft. */
export async function writeItems(trx: Trx, { postId, items, clock }: WriteOptions): Promise<void> {
  await insertItems(
    trx,
    items.map((item, position) => ({
      row: {
        id: makeId(clock),
        post_id: postId,
        position,
        post_type: item.postType,
        platform: item.platform,
        content: item.content,
        title: item.title ?? null,
        first_comment: item.firstComment ?? null,
        thread: JSON.stringify(item.thread.map(({ content }) => content)),
        options: JSON.stringify(item.options),
        fit: item.fit,
        connection_id: item.connectionId,
        scheduled_at: item.scheduledAt,
        on_limit: item.onLimit,
        status: 'draft',
      },
      media: [item.media, ...item.thread.map(({ media }) => media)],
    })),
  )
}
