import { AppError } from '#shared/app-error.ts'
import type { PostStatus } from '@powerpost/contract'

/** What a caller can do with a post. */
export type PostAction = 'update' | 'delete' | 'schedule' | 'cancel' | 'publish' | 'retry'

/** An action leads to a status, or is refused. */
type Transition =
  | { readonly to: PostStatus | 'deleted' }
  | { readonly code: 'CONFLICT' | 'ALREADY_PUBLISHED'; readonly message: string }

const conflict = (message: string) => ({ code: 'CONFLICT', message }) as const
const cancelRefused = (status: PostStatus) =>
  conflict(`Only a scheduled post can be cancelled, and this one is ${status}.`)
// The items of a draft are drafts.
const retryRefused = conflict('Only a failed item can be retried, and this one is draft.')
const alreadyPublished = (state: string) =>
  ({
    code: 'ALREADY_PUBLISHED',
    message: `The post is no longer a draft: it is ${state}. GET it to see its status.`,
  }) as const

const CHANGE_REFUSED = {
  scheduled: conflict('The post is scheduled. Cancel it first: that turns it back into a draft.'),
  publishing: conflict('The post is being published. Wait until that is finished, and create a new post for changes.'),
  published: conflict('The post was published. Create a new post for changes.'),
  failed: conflict('The post failed: no platform accepted it. Retry its items, or create a new post.'),
}

const PUBLISH_REFUSED = {
  publishing: alreadyPublished('being published'),
  published: alreadyPublished('ended'),
  failed: alreadyPublished('ended'),
}

/** Every action in every status: a status or an action that is missing here does not compile. */
const TRANSITIONS = {
  update: { draft: { to: 'draft' }, ...CHANGE_REFUSED },
  delete: { draft: { to: 'deleted' }, ...CHANGE_REFUSED },
  schedule: { draft: { to: 'scheduled' }, scheduled: { to: 'scheduled' }, ...PUBLISH_REFUSED },
  cancel: {
    draft: cancelRefused('draft'),
    scheduled: { to: 'draft' },
    publishing: cancelRefused('publishing'),
    published: cancelRefused('published'),
    failed: cancelRefused('failed'),
  },
  publish: { draft: { to: 'publishing' }, scheduled: { to: 'publishing' }, ...PUBLISH_REFUSED },
  retry: {
    draft: retryRefused,
    // Of a post with several times, one that failed before the others.
    scheduled: { to: 'publishing' },
    publishing: conflict('The post is being published. Wait until that is finished, then try again.'),
    published: { to: 'publishing' },
    failed: { to: 'publishing' },
  },
} as const satisfies Record<PostAction, Record<PostStatus, Transition>>

/** The statuses that an action can lead to. */
export type NextStatus<Action extends PostAction> = Extract<
  (typeof TRANSITIONS)[Action][PostStatus],
  { readonly to: unknown }
>['to']

/**
 * The status that an action leads a locked post to.
 *
 * @throws AppError CONFLICT or ALREADY_PUBLISHED when its status does not allow the action
 */
export function nextStatus<Action extends PostAction>(
  { status }: { readonly status: PostStatus },
  action: Action,
): NextStatus<Action> {
  const transition: { readonly to: NextStatus<Action> } | Exclude<Transition, { to: unknown }> =
    TRANSITIONS[action][status]
  if ('to' in transition) return transition.to
  throw new AppError(transition.code, transition.message)
}
