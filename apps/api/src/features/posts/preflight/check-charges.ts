import type { PublishingRules } from '@powerpost/contract'
import { findUrls, PLATFORM_NAMES, PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import type { Finding, ItemToCheck } from './finding.ts'

/** What the platform charges this server's operator more for: the credits of the post are the same. */
export function checkCharges(
  { content, firstComment = '', thread = [], postType }: ItemToCheck,
  { charges }: PublishingRules,
): Finding[] {
  if (!charges) return []
  const texts: readonly (readonly [field: string, text: string])[] = [
    ['content', content],
    ...thread.map(({ content }, index) => [`thread[${index}].content`, content] as const),
    ['first_comment', firstComment],
  ]
  const name = PLATFORM_NAMES[PLATFORM_OF_POST_TYPE[postType]]
  const [post, withLink] = [charges.post, charges.postWithLink].map(sayDollars)
  const message = `${name} charges the operator of this server ${withLink} for a post with a link, and ${post} for one without. The credits are the same.`
  return texts.flatMap(([field, text]): Finding[] => {
    const actual = findUrls(text).length
    return actual > 0 ? [{ severity: 'warning', rule: 'link_charge', field, limit: 0, actual, message }] : []
  })
}

/** `$0.20`, `$0.015`. */
function sayDollars(dollars: number): string {
  return `$${dollars.toFixed(3).replace(/0$/, '')}`
}
