import type { ApiVersions } from '#platforms/versions.ts'
import { findEnded } from '#platforms/versions.ts'
import type { Platform } from '@powerpost/contract'
import type { Finding } from './finding.ts'

interface TimedItem {
  readonly platform: Platform
  /** A time of its own. Null: it is posted when the post is published. */
  readonly scheduledAt: Date | null
}

/** Whether the platform would refuse everything, now or when an item is due: the version of its API has ended. */
export function checkApiVersion({ platform, scheduledAt }: TimedItem, versions: ApiVersions, now: Date): Finding[] {
  const ended = findEnded(platform, versions, now)
  const endsBefore = scheduledAt && findEnded(platform, versions, scheduledAt)
  const found = ended ?? endsBefore
  if (!found) return []
  const shared = { rule: 'api_version', field: 'post_type', limit: 'a version that works' } as const
  if (ended) return [{ ...shared, severity: 'error', actual: 'ended', message: ended.message }]
  const message = `When the item is due, this will be so: ${found.message}`
  return [{ ...shared, severity: 'warning', actual: 'ends before', message }]
}
