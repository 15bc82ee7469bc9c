import type { PublishingRules } from '@powerpost/contract'
import { checkCategory } from './check-category.ts'
import { checkPublishAt } from './check-publish-at.ts'
import { checkTikTok, isForInbox } from './check-tiktok.ts'
import type { Finding, ItemToCheck } from './finding.ts'
import { SUBJECTS } from './words.ts'

/** What is wrong with the options of the platform. */
export function checkOptions(item: ItemToCheck, rules: PublishingRules): Finding[] {
  const { options, postType, capabilities } = item
  const { tags } = rules
  const findings: Finding[] = []
  const length = measureTags(options.tags ?? [])
  if (tags && length > tags.max) {
    const message = `${SUBJECTS[postType]} takes tags of at most ${tags.max} characters together, commas and quotes included, and these have ${length}. Leave some out.`
    const shared = { rule: 'tags', field: 'options.tags', source: tags.source }
    findings.push({ severity: 'error', ...shared, limit: tags.max, actual: length, message })
  }
  return [
    ...findings,
    ...checkRequired(item, rules),
    ...checkCategory(item, rules),
    ...checkPublishAt(item, rules),
    ...checkUnused(item, rules),
    ...checkLink(item, rules),
    ...checkTikTok(item, rules),
    // What is finished in an inbox is chosen there.
    ...(isForInbox(item, rules) ? [] : checkAllowed({ options, capabilities })),
  ]
}

/** What a person has to choose and did not. */
function checkRequired(item: ItemToCheck, rules: PublishingRules): Finding[] {
  const { requiredOptions } = rules
  if (!requiredOptions || isForInbox(item, rules)) return []
  const { names, source } = requiredOptions
  return names
    .filter((name) => item.options[name] === undefined)
    .map((name) => {
      const message = `${SUBJECTS[item.postType]} needs a person to choose its ${name}. Set options.${name}.`
      const shared = { rule: name, field: `options.${name}`, source }
      return { severity: 'error', ...shared, limit: 'chosen', actual: 'none', message }
    })
}

/** What the platform makes no use of in a post of this type. */
function checkUnused(
  { options, postType }: Pick<ItemToCheck, 'options' | 'postType'>,
  { unusedOptions }: PublishingRules,
): Finding[] {
  const given = new Map<string, unknown>(Object.entries(options))
  const unused = unusedOptions?.names.filter((name) => given.get(name) !== undefined) ?? []
  return unused.map((name) => {
    const message = `${SUBJECTS[postType]} makes no use of ${name}: it is left out.`
    return { severity: 'warning', rule: 'option', field: `options.${name}`, limit: 'none', actual: 'given', message }
  })
}

/** A link whose preview nobody would see. */
function checkLink({ options, postType, media }: ItemToCheck, { linkPreview }: PublishingRules): Finding[] {
  if (options.link === undefined || (linkPreview && media.length === 0)) return []
  const which = linkPreview ? ' with media' : ''
  const message = `${SUBJECTS[postType]}${which} shows no preview of a link: options.link is left out.`
  return [
    {
      severity: 'warning',
      rule: 'link',
      field: 'options.link',
      limit: 'no media',
      actual: `${media.length} media`,
      message,
    },
  ]
}

/** What the account itself may not choose. */
function checkAllowed({ options, capabilities }: Pick<ItemToCheck, 'options' | 'capabilities'>): Finding[] {
  const given = new Map<string, unknown>(Object.entries(options))
  return (capabilities?.options ?? []).flatMap(({ name, allowed }): Finding[] => {
    const value = given.get(name)
    if ((typeof value !== 'string' && typeof value !== 'boolean') || allowed.includes(value)) return []
    const limit = allowed.join(', ')
    const message = `The account may not choose ${value} as its ${name}. Choose one of: ${limit || 'none'}.`
    return [{ severity: 'error', rule: name, field: `options.${name}`, limit, actual: String(value), message }]
  })
}

/** As YouTube counts: commas between them, and quotes around those with a space. */
function measureTags(tags: readonly string[]): number {
  const commas = Math.max(0, tags.length - 1)
  return tags.reduce((sum, tag) => sum + tag.length + (/\s/u.test(tag) ? 2 : 0), commas)
}
