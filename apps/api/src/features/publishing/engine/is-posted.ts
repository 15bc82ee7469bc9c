import type { PostingItem } from './items.repository.ts'

/** Whether an item is posted, with all of its thread, and its first comment is all that is left. */
export function isPosted({ stage }: Pick<PostingItem, 'stage'>): boolean {
  return stage === 'commenting' || stage === 'comment_sent'
}
