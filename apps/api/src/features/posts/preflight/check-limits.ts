import type { AccountLimit } from '@powerpost/contract'
import type { PlannedItem } from '../plan-items.ts'
import type { Finding } from './finding.ts'

const WHOSE = { account: 'The account', app: 'The app of this server' } as const

/** The quotas of posts that are nearly used up: what an item needs of them is more than is left. */
export function checkLimits(
  { platform, postType, thread, firstComment, onLimit }: PlannedItem,
  limits: readonly AccountLimit[],
): Finding[] {
  // A first comment on X is a post as any other.
  const needed = 1 + thread.length + (platform === 'x' && firstComment !== undefined ? 1 : 0)
  return limits.flatMap(({ used, total, resets_at, scope, post_types }): Finding[] => {
    if (post_types && !post_types.includes(postType)) return []
    const left = Math.max(0, total - used)
    if (left >= needed) return []
    const until = resets_at === null ? '' : ` until ${resets_at}`
    const then = onLimit === 'fail' ? 'The item may fail.' : 'The item may have to wait.'
    const message = `${WHOSE[scope]} has ${left} of ${total} posts left${until}, and this needs ${needed}. ${then}`
    return [{ severity: 'warning', rule: 'quota', field: 'connection_id', limit: left, actual: needed, message }]
  })
}
