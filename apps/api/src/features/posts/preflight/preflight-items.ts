import { setImmediate } from 'node:timers/promises'
import type { PreflightChange, PreflightProblem } from '@powerpost/contract'
import { PUBLISHING_RULES } from '@powerpost/contract'
import { checkArticle, checkMentions } from './check-article.ts'
import { checkCharges } from './check-charges.ts'
import { checkFirstComment } from './check-first-comment.ts'
import { checkMedia } from './check-media.ts'
import { checkOptions } from './check-options.ts'
import { checkText } from './check-text.ts'
import { checkThread, fitThread } from './check-thread.ts'
import { checkUserTags } from './check-user-tags.ts'
import type { Finding, ItemToCheck } from './finding.ts'
import { createFixFinder } from './find-fix.ts'
import { fitMedia } from './fit-media.ts'
import { narrowRules } from './narrow-rules.ts'

/**
 * Every rule of their platforms that some items break; `item` is their place among them. Whether they are connected is not looked at.
 *
 * Long texts take some milliseconds: others get their turn between two items.
 */
export async function preflightItems(items: readonly ItemToCheck[]): Promise<CheckedItems> {
  const problems: PreflightProblem[] = []
  const changes: PreflightChange[] = []
  for (const [index, item] of items.entries()) {
    if (index > 0) await setImmediate()
    const checked = preflightItem(item, index)
    problems.push(...checked.problems)
    changes.push(...checked.changes)
  }
  return { problems, changes }
}

/** What is wrong with items, and how their media will be changed. */
export interface CheckedItems {
  readonly problems: PreflightProblem[]
  readonly changes: PreflightChange[]
}

/** Every rule of its platform that an item breaks, with its media as they will be posted. */
export function preflightItem(item: ItemToCheck, index: number): CheckedItems {
  const rules = narrowRules(PUBLISHING_RULES[item.postType], item.capabilities)
  const { item: fitted, changes } = fitMedia(item)
  const fixOf = createFixFinder(item, rules)
  const findings = [
    ...checkText(item, rules),
    ...checkMedia(fitted, rules),
    ...checkOptions(item, rules),
    ...checkArticle(item, rules),
    ...checkMentions(item),
    ...checkUserTags(item, rules),
    ...checkThread(item, rules),
    ...checkFirstComment(item, rules),
    ...checkCharges(item, rules),
  ]
  return {
    problems: findings.map((finding) => ({ ...toProblem(finding, { index, item }), ...fixOf(finding) })),
    changes: [...changes, ...fitThread(item)].map(({ field, ...change }) => {
      return { item: index, post_type: item.postType, path: `items[${index}].${field}`, ...change }
    }),
  }
}

interface Place {
  readonly index: number
  readonly item: Pick<ItemToCheck, 'postType'>
}

/** A broken rule, with where it was broken. */
export function toProblem({ field, source, ...finding }: Finding, { index, item }: Place): PreflightProblem {
  const isPage = source?.startsWith('https://') ?? false
  return {
    item: index,
    post_type: item.postType,
    path: `items[${index}].${field}`,
    ...finding,
    ...(isPage && { source }),
  }
}
