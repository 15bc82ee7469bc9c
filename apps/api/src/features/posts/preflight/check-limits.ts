import type { AccountLimit } from '@powerpost/contract'
import { PUBLISHING_RULES } from '@powerpost/contract'
import type { PlannedItem } from '../plan-items.ts'
import type { Finding } from './finding.ts'

const WHOSE = { account: 'The account', app: 'The app of this server' } as const

/** The quotas that are nearly used up: what an item needs of them is more than is left. */
export function checkLimits(item: PlannedItem, limits: readonly AccountLimit[]): Finding[] {
  const { units } = PUBLISHING_RULES[item.postType]
  return limits.flatMap(({ name, used, total, resets_at, scope, post_types }): Finding[] => {
    if (post_types && !post_types.includes(item.postType)) return []
    const isOfUnits = units?.quota === name
    const needed = isOfUnits ? countUnits(item) : countPosts(item)
    const left = Math.max(0, total - used)
    if (left >= needed) return []
    const until = resets_at === null ? '' : ` until ${resets_at}`
    const message = `${WHOSE[scope]} has ${left} of ${total} ${isOfUnits ? 'units' : 'posts'} left${until}, and this needs ${needed}. ${isOfUnits ? LEFT_OUT : THEN[item.onLimit]}`
    return [{ severity: 'warning', rule: 'quota', field: 'connection_id', limit: left, actual: needed, message }]
  })
}

const THEN = { wait: 'The item may have to wait.', fail: 'The item may fail.' } as const
const LEFT_OUT = 'The item may be posted without its cover, its playlist or its first comment.'

/** A first comment on X is a post like the others. */
function countPosts({ platform, thread, firstComment }: PlannedItem): number {
  return 1 + thread.length + (platform === 'x' && firstComment !== undefined ? 1 : 0)
}

/** What comes with an item, and can be left out. */
function countUnits({ postType, media, options, firstComment }: PlannedItem): number {
  const { units } = PUBLISHING_RULES[postType]
  if (!units) return 0
  const hasCover = media.some(({ cover }) => cover && 'picture' in cover)
  return (
    (hasCover ? units.cover : 0) +
    (options.playlist_id === undefined ? 0 : units.playlist) +
    (firstComment === undefined ? 0 : units.firstComment)
  )
}
