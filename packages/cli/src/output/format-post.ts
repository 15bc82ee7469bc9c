import type { Post, PostItem } from '@powerpost/client'
import { styleText } from 'node:util'
import { formatLocal, formatTime } from './format-time.ts'
import { adviseOnItem } from './item-advice.ts'
import { printable, printableLine } from './printable.ts'

/** A post: where it stands, then its items. */
export function formatPost({ post_id, status, scheduled_at, items }: Post): string {
  const state =
    status === 'scheduled' && scheduled_at
      ? `scheduled for ${formatLocal(new Date(scheduled_at))}, ${formatTime(scheduled_at)}`
      : status
  return [`${printableLine(post_id)}  ${printableLine(state)}`, ...items.map((item) => formatItem(post_id, item))].join(
    '\n\n',
  )
}

function formatItem(postId: string, { item_id, post_type, title, content, media_ids, ...item }: PostItem): string {
  const heading = `${styleText('bold', post_type, { stream: process.stdout })}  ${item.status}  ${item_id}`
  const text = printable([title, content].filter(Boolean).join('\n\n'))
  const media = media_ids.length > 0 ? `media: ${media_ids.join(' ')}` : ''
  const ended = item.error ? printableLine(`${item.error.code}: ${item.error.message}`) : item.platform_url
  const comment = item.first_comment === undefined ? '' : printable(`first comment: ${item.first_comment}`)
  const warnings = (item.warnings ?? []).map(({ message }) => printableLine(`warning: ${message}`))
  const advice = item.error ? adviseOnItem({ postId, item_id, platform: item.platform, action: item.error.action }) : ''
  return [heading, text, media, comment, printableLine(ended ?? ''), printableLine(advice), ...warnings]
    .filter((line) => line !== '')
    .join('\n')
}
