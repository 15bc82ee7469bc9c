import type { StoredItem } from '../post-items.repository.ts'
import type { ItemToCheck } from './finding.ts'

export function toItemToCheck({ post_type, content, title, first_comment, options, media }: StoredItem): ItemToCheck {
  return {
    postType: post_type,
    content,
    title: title ?? undefined,
    firstComment: first_comment ?? undefined,
    options,
    media,
  }
}
