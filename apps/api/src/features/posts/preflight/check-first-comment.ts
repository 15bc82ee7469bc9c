import type { PublishingRules } from '@powerpost/contract'
import { measureText } from '@powerpost/contract'
import type { Finding, ItemToCheck } from './finding.ts'
import { LENGTH_WORDS, SUBJECTS } from './words.ts'

/** What is wrong with the comment below an item. */
export function checkFirstComment(item: ItemToCheck, rules: PublishingRules): Finding[] {
  const { firstComment, postType, options } = item
  if (firstComment === undefined) return []
  const shared = { rule: 'first_comment', field: 'first_comment' } as const
  const { firstComment: limit } = rules
  if (!limit) {
    const message = `${SUBJECTS[postType]} takes no first comment: this one is left out.`
    return [{ ...shared, severity: 'warning', limit: 0, actual: firstComment.length, message }]
  }
  const off = limit.offWith?.find(({ option, value }) => options[option] === value)
  if (off) {
    const message = `${SUBJECTS[postType]} takes no comments with ${off.option} ${off.value}: this one is not posted.`
    return [{ ...shared, severity: 'warning', limit: 0, actual: firstComment.length, message, source: off.source }]
  }
  const actual = measureText(firstComment, limit.unit)
  if (actual <= limit.max) return []
  const takes = `takes a first comment of at most ${limit.max} ${LENGTH_WORDS[limit.unit]} and this has ${actual}.`
  const message = `${SUBJECTS[postType]} ${takes} Shorten it by ${actual - limit.max}.`
  const { max, tolerated = false, source } = limit
  return [{ ...shared, severity: tolerated ? 'warning' : 'error', limit: max, actual, message, source }]
}
