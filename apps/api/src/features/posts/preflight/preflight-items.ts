import { setImmediate } from 'node:timers/promises'
import type { PreflightProblem } from '@powerpost/contract'
import { PUBLISHING_RULES } from '@powerpost/contract'
import { checkFirstComment } from './check-first-comment.ts'
import { checkMedia } from './check-media.ts'
import { checkOptions } from './check-options.ts'
import { checkText } from './check-text.ts'
import type { Finding, ItemToCheck } from './finding.ts'
import { narrowRules } from './narrow-rules.ts'

/**
 * Every rule of their platforms that some items break; `item` is their place among them. Whether they are connected is not looked at.
 *
 * Long texts take some milliseconds: others get their turn between two items.
 */
export async function preflightItems(items: readonly ItemToCheck[]): Promise<PreflightProblem[]> {
  const problems: PreflightProblem[] = []
  for (const [index, item] of items.entries()) {
    if (index > 0) await setImmediate()
    problems.push(...preflightItem(item, index))
  }
  return problems
}

/** Every rule of its platform that an item breaks. */
export function preflightItem(item: ItemToCheck, index: number): PreflightProblem[] {
  const rules = narrowRules(PUBLISHING_RULES[item.postType], item.capabilities)
  const findings = [
    ...checkText(item, rules),
    ...checkMedia(item, rules),
    ...checkOptions(item, rules),
    ...checkFirstComment(item, rules),
  ]
  return findings.map((finding) => toProblem(finding, { index, item }))
}

interface Place {
  readonly index: number
  readonly item: Pick<ItemToCheck, 'postType'>
}

/** A broken rule, with where it was broken. */
export function toProblem({ field, ...finding }: Finding, { index, item }: Place): PreflightProblem {
  return { item: index, post_type: item.postType, path: `items[${index}].${field}`, ...finding }
}
