import type { StoredItem } from '../post-items.repository.ts'
import type { ItemToCheck } from './finding.ts'

export function toItemToCheck({ post_type, content, title, options, media, fit }: StoredItem): ItemToCheck {
  return { postType: post_type, content, title: title ?? undefined, options, media, fit }
}
