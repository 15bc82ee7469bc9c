import type { Trx } from '#db/types.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import { POST_STORAGE_LIMITS } from '@powerpost/contract'
import type { PlannedItem } from './plan-items.ts'
import { countUnpublished, sumStoredBytes } from './posts.repository.ts'

const { unpublishedPerWorkspace, bytesPerAccount, bytesPerItem } = POST_STORAGE_LIMITS
const MEBIBYTE = 1024 * 1024

/** The bytes that items count for, as they are stored. */
export function measureItems(items: readonly PlannedItem[]): number {
  const bytes = items.map(
    ({ content, title = '', firstComment = '', thread, options, media }) =>
      bytesPerItem +
      Buffer.byteLength(content) +
      Buffer.byteLength(title) +
      Buffer.byteLength(firstComment) +
      Buffer.byteLength(JSON.stringify(options)) +
      thread.reduce((sum, part) => sum + Buffer.byteLength(part.content), 0) +
      [media, ...thread.map((part) => part.media)]
        .flat()
        .reduce((sum, { altText = '' }) => sum + Buffer.byteLength(altText), 0),
  )
  return bytes.reduce((sum, each) => sum + each, 0)
}

/** Throws CONFLICT when the workspace has as many drafts and scheduled posts as it can. */
export async function refuseTooManyPosts(trx: Trx, principal: WorkspacePrincipal): Promise<void> {
  if ((await countUnpublished(trx, principal)) < unpublishedPerWorkspace) return
  const most = unpublishedPerWorkspace.toLocaleString('en-US')
  throw new AppError('CONFLICT', `A workspace can have at most ${most} drafts and scheduled posts. Delete some first.`)
}

/** Throws STORAGE_QUOTA_EXCEEDED when posts that cost nothing would take too much of the account's room. */
export async function refuseTooManyBytes(trx: Trx, principal: WorkspacePrincipal, more: number): Promise<void> {
  if ((await sumStoredBytes(trx, principal)) + more <= bytesPerAccount) return
  throw new AppError(
    'STORAGE_QUOTA_EXCEEDED',
    `The posts of this account that are not published would take more than ${bytesPerAccount / MEBIBYTE} MiB. Delete drafts first.`,
  )
}
