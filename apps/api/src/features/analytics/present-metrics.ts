import { AppError } from '#shared/app-error.ts'
import type { ItemAnalytics, ItemMetrics, Metric } from '@powerpost/contract'
import { METRICS, PLATFORM_NAMES } from '@powerpost/contract'
import type { StoredMetrics, StoredSnapshot } from './item-metrics.repository.ts'

type StoredValues = Readonly<Record<Metric, string | null>>

/** What a platform said at a time. The documented three are 0 where it said nothing. */
export function toItemMetrics(values: StoredValues, fetchedAt: Date): ItemMetrics {
  const given = METRICS.flatMap((name) => (values[name] === null ? [] : [[name, Number(values[name])] as const]))
  return { views: 0, likes: 0, comments: 0, ...Object.fromEntries(given), fetched_at: fetchedAt.toISOString() }
}

export function toHistory(snapshots: readonly StoredSnapshot[]): ItemMetrics[] {
  return snapshots.map((snapshot) => toItemMetrics(snapshot, snapshot.fetched_at))
}

type Unavailable = ItemAnalytics['unavailable'][number]

/** The metrics that are not there, each with the reason. */
export function toUnavailable(
  { platform, problem, problem_message, ...values }: StoredMetrics,
  isCollected: boolean,
): Unavailable[] {
  const name = PLATFORM_NAMES[platform]
  const notGiven = { reason: 'not_given', message: `${name} does not give it for this post.` } as const
  const notCollected = {
    reason: 'not_collected',
    message: `This server does not collect the metrics of ${name}. Its operator may change that.`,
  } as const
  const isRead = values.fetched_at !== null
  // Of an item that was read, a problem of the last try took nothing away; a missing permission did.
  const shown = problem !== null && (!isRead || problem === 'permission') ? problem : undefined
  const why = shown
    ? { reason: shown, message: problem_message ?? '' }
    : isCollected || isRead
      ? notGiven
      : notCollected
  if (!isRead && !shown && isCollected) return []
  return METRICS.filter((metric) => values[metric] === null).map((metric) => ({ metric, ...why }))
}

/** NOT_FOUND, in the same words for another workspace's and for none at all. */
export function noSuchItem(): AppError {
  return new AppError('NOT_FOUND', 'There is no such post item in this workspace.')
}
