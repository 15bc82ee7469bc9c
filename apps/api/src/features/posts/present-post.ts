import { AppError } from '#shared/app-error.ts'
import type { Post, PostError, PostItem, ThreadPart } from '@powerpost/contract'
import type { PlacedMedium } from './placed-medium.ts'
import { toPostMedium } from './placed-medium.ts'
import type { StoredItem } from './post-items.repository.ts'
import { mediaOf } from './post-items.repository.ts'
import type { StoredPost } from './posts.repository.ts'

/** A post as the API shows it. */
export function toPost(post: StoredPost, items: readonly StoredItem[]): Post {
  return {
    post_id: post.id,
    status: post.status,
    ...(post.outcome !== null && { outcome: post.outcome }),
    ...(post.generation_id !== null && { generation_id: post.generation_id }),
    credits_used: post.credits_used,
    livemode: post.livemode,
    created_by: post.created_by,
    created_at: post.created_at.toISOString(),
    updated_at: post.updated_at.toISOString(),
    ...(post.scheduled_at !== null && { scheduled_at: post.scheduled_at.toISOString() }),
    ...(post.queue_id !== null && { queue_id: post.queue_id }),
    ...(post.published_at !== null && { published_at: post.published_at.toISOString() }),
    items: items.map(toItem),
  }
}

function toItem(item: StoredItem): PostItem {
  return {
    item_id: item.id,
    post_type: item.post_type,
    platform: item.platform,
    content: item.content,
    ...(item.title !== null && { title: item.title }),
    media_ids: item.media.map(({ id }) => id),
    media: item.media.map(toPostMedium),
    ...(item.parts.length > 0 && { thread: toThread(item) }),
    fit: item.fit,
    ...toRendition(mediaOf(item)),
    ...(item.first_comment !== null && { first_comment: item.first_comment }),
    ...(item.connection_id !== null && { connection_id: item.connection_id }),
    ...(item.platform_account_name !== null && { platform_account_name: item.platform_account_name }),
    ...(Object.keys(item.options).length > 0 && { options: item.options }),
    ...(item.scheduled_at !== null && { scheduled_at: item.scheduled_at.toISOString() }),
    on_limit: item.on_limit,
    status: item.status,
    ...(item.platform_post_id !== null && { platform_post_id: item.platform_post_id }),
    ...(item.platform_url !== null && { platform_url: item.platform_url }),
    ...(item.posted_at !== null && { posted_at: item.posted_at.toISOString() }),
    attempts: item.attempts,
    ...toError(item),
    ...(item.warnings.length > 0 && { warnings: [...item.warnings] }),
  }
}

function toThread({ parts, posted_parts }: StoredItem): ThreadPart[] {
  return parts.map(({ content, media }, index) => ({
    content,
    media_ids: media.map(({ id }) => id),
    media: media.map(toPostMedium),
    ...posted_parts[index],
  }))
}

const STATUSES = ['failed', 'processing', 'queued', 'completed'] as const

function toRendition(media: readonly PlacedMedium[]): Pick<PostItem, 'rendition'> {
  const found = media.flatMap(({ rendition }) => rendition ?? [])
  const status = STATUSES.find((each) => found.some((rendition) => rendition.status === each))
  if (!status) return {}
  const changes = found.flatMap(({ original_id: media_id, changes: made }) =>
    made.map(({ change, message }) => ({ media_id, change, message })),
  )
  return { rendition: { status, changes } }
}

function toError({ status, error_code, error_message, error_action, platform_error }: StoredItem) {
  // What an earlier attempt failed of is no error of one that is tried again.
  if (status !== 'failed' || error_code === null) return {}
  const error: PostError = {
    code: error_code,
    message: error_message ?? '',
    action: error_action ?? 'retry',
    ...(platform_error !== null && { platform_error }),
  }
  return { error }
}

/** In the same words for another workspace's post and for none at all. */
export function noSuchPost(): AppError {
  return new AppError('NOT_FOUND', 'There is no such post in this workspace.')
}
