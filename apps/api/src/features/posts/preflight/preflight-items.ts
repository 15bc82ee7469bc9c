import type { PreflightProblem } from '@powerpost/contract'
import { PUBLISHING_RULES } from '@powerpost/contract'
import { checkMedia } from './check-media.ts'
import { checkOptions } from './check-options.ts'
import { checkText } from './check-text.ts'
import type { Finding, ItemToCheck } from './finding.ts'

/** Every rule of their platforms that some items break; `item` is their place among them. Whether they are connected is not looked at. */
export function preflightItems(items: readonly ItemToCheck[]): PreflightProblem[] {
  return items.flatMap((item, index) => {
    const rules = PUBLISHING_RULES[item.postType]
    const findings = [...checkText(item, rules), ...checkMedia(item, rules), ...checkOptions(item, rules)]
    return findings.map((finding) => toProblem(finding, { index, item }))
  })
}

interface Place {
  readonly index: number
  readonly item: Pick<ItemToCheck, 'postType'>
}

/** A broken rule, with where it was broken. */
export function toProblem({ field, ...finding }: Finding, { index, item }: Place): PreflightProblem {
  return { item: index, post_type: item.postType, path: `items[${index}].${field}`, ...finding }
}
