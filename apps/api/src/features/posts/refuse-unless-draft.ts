import { AppError } from '#shared/app-error.ts'
import type { PostStatus } from '@powerpost/contract'

const MENDS: Readonly<Record<Exclude<PostStatus, 'draft'>, string>> = {
  scheduled: 'The post is scheduled. Cancel it first: that makes it a draft again.',
  publishing: 'The post is being published. Wait until that has ended, and create another for what is to be different.',
  published: 'The post was published. Create another for what is to be different.',
  failed: 'The post was published, and nothing of it was taken. Try its items again, or create another.',
}

/** CONFLICT for a post that is no draft, with what can be done instead. */
export function refuseUnlessDraft({ status }: { readonly status: PostStatus }): void {
  if (status !== 'draft') throw new AppError('CONFLICT', MENDS[status])
}
