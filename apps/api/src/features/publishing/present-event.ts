import type { PostItemsTable } from '#db/types.ts'
import type { WebhookEventOf } from '@powerpost/contract'
import type { Selectable } from 'kysely'

type EventItem = WebhookEventOf<'post.published'>['data']['items'][number]

/** The items of a post as webhooks carry them. */
export function toEventItems(items: readonly Selectable<PostItemsTable>[]): EventItem[] {
  return items.map((item) => ({
    item_id: item.id,
    post_type: item.post_type,
    platform: item.platform,
    status: item.status,
    ...(item.platform_post_id !== null && { platform_post_id: item.platform_post_id }),
    ...(item.platform_url !== null && { platform_url: item.platform_url }),
    ...(item.warnings.length > 0 && { warnings: [...item.warnings] }),
    ...(item.status === 'failed' && {
      error: {
        code: item.error_code ?? 'PUBLISH_FAILED',
        message: item.error_message ?? '',
        ...(item.platform_error !== null && { platform_error: item.platform_error }),
      },
    }),
  }))
}
