import type { PostItem } from '@powerpost/client'
import { asTyped } from '../typed-form.ts'

type Action = NonNullable<PostItem['error']>['action']

interface FailedItem extends Pick<PostItem, 'item_id' | 'platform'> {
  readonly postId: string
  readonly action: Action
}

/** What to do about an item that was not posted, by the action that the API names. None for one that a newer server has. */
export function adviseOnItem({ postId, item_id, platform, action }: FailedItem): string {
  const retry = `powerpost posts retry ${postId} ${item_id}`
  const advice: Readonly<Partial<Record<string, string>>> = {
    retry: `Retry it: \`${retry}\`.`,
    reconnect: `Connect the account again: \`powerpost connections create ${platform}\`. Then \`${retry}\`.`,
    change: `${platform} rejects it as it is: change it in a new post with \`powerpost posts create\`.`,
    check: `Look whether ${platform} has it. If it has not: \`${retry} --not-posted\`.`,
  } satisfies Record<Action, string>
  return asTyped(Object.hasOwn(advice, action) ? (advice[action] ?? '') : '')
}
