import type { PublishingRules } from '@powerpost/contract'
import type { Finding, ItemToCheck } from './finding.ts'
import { SUBJECTS } from './words.ts'

/** What is wrong with what the platform itself is to publish later. */
export function checkPublishAt({ options, postType }: ItemToCheck, { publishAt }: PublishingRules): Finding[] {
  const { publish_at, privacy_status } = options
  if (!publishAt || publish_at === undefined || privacy_status === publishAt.privacyStatus) return []
  const { privacyStatus: limit, source } = publishAt
  const message = `${SUBJECTS[postType]} makes only a private video public later. Set options.privacy_status to ${limit}, or leave publish_at out.`
  const shared = { rule: 'publish_at', field: 'options.privacy_status', source } as const
  return [{ severity: 'error', ...shared, limit, actual: privacy_status ?? 'none', message }]
}
