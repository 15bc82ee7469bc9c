import type { PublishingRules } from '@powerpost/contract'
import type { Finding, ItemToCheck } from './finding.ts'
import { SUBJECTS } from './words.ts'

/** A category that no upload can be in. The platform would refuse it too, but after the upload was counted in the quota of the day. */
export function checkCategory({ options, postType }: ItemToCheck, { categories }: PublishingRules): Finding[] {
  const { category_id: actual } = options
  if (!categories || actual === undefined || categories.ids.includes(actual)) return []
  const limit = categories.ids.join(', ')
  const message = `${SUBJECTS[postType]} has no category ${actual} for uploads. Set options.category_id to one of: ${limit}.`
  const shared = { rule: 'category', field: 'options.category_id', source: categories.source } as const
  return [{ severity: 'error', ...shared, limit, actual, message }]
}
