import type { AccountKind } from '@powerpost/contract'
import { PUBLISHING_RULES } from '@powerpost/contract'
import type { Finding, ItemToCheck } from './finding.ts'

type AccountItem = Pick<ItemToCheck, 'postType' | 'firstComment' | 'options'>

/**
 * What accounts of a kind do not take of an item.
 *
 * @param kind null: nobody knows
 */
export function checkAccount({ postType, firstComment, options }: AccountItem, kind: AccountKind | null): Finding[] {
  const exceptions = PUBLISHING_RULES[postType].exceptions?.filter((exception) => exception.kind === kind) ?? []
  return exceptions.flatMap(({ noFirstComment = false, option, message, source }): Finding[] => {
    const shared = { severity: 'error', message, source } as const
    if (noFirstComment && firstComment !== undefined) {
      const actual = firstComment.length
      return [{ ...shared, rule: 'first_comment', field: 'first_comment', limit: 0, actual }]
    }
    const value = option && options[option.name]
    if (!option || value === undefined || option.allowed.includes(value)) return []
    const limit = option.allowed.join(', ')
    return [{ ...shared, rule: option.name, field: `options.${option.name}`, limit, actual: value }]
  })
}
