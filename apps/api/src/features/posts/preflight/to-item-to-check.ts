import type { StoredItem } from '../post-items.repository.ts'
import type { ItemToCheck } from './finding.ts'

export function toItemToCheck({ post_type, content, title, first_comment, ...item }: StoredItem): ItemToCheck {
  const { options, media, parts, fit } = item
  return {
    postType: post_type,
    content,
    title: title ?? undefined,
    firstComment: first_comment ?? undefined,
    options,
    media,
    thread: parts,
    fit,
  }
}
