import { AppError } from '#shared/app-error.ts'
import type { PostStatus } from '@powerpost/contract'

const MENDS: Readonly<Record<Exclude<PostStatus, 'draft'>, string>> = {
  scheduled: 'The post is scheduled. Cancel it first: that turns it back into a draft.',
  publishing: 'The post is being published. Wait until that is finished, and create a new post for changes.',
  published: 'The post was published. Create a new post for changes.',
  failed: 'The post failed: no platform accepted it. Retry its items, or create a new post.',
}

/** CONFLICT for a post that is no draft, with what can be done instead. */
export function refuseUnlessDraft({ status }: { readonly status: PostStatus }): void {
  if (status !== 'draft') throw new AppError('CONFLICT', MENDS[status])
}
