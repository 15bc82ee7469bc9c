import type { PublishingRules } from '@powerpost/contract'
import type { Finding, ItemToCheck } from './finding.ts'
import { SUBJECTS } from './words.ts'

/** What is wrong with the options of the platform. */
export function checkOptions(item: ItemToCheck, rules: PublishingRules): Finding[] {
  const { options, postType, capabilities } = item
  const { requiredOption, tags } = rules
  const findings: Finding[] = []
  if (requiredOption && options[requiredOption.name] === undefined) {
    const { name, source } = requiredOption
    const shared = { rule: name, field: `options.${name}`, source }
    const message = `${SUBJECTS[postType]} needs a person to choose its ${name}. Set options.${name}.`
    findings.push({ severity: 'error', ...shared, limit: 'chosen', actual: 'none', message })
  }
  const length = measureTags(options.tags ?? [])
  if (tags && length > tags.max) {
    const message = `${SUBJECTS[postType]} takes tags of at most ${tags.max} characters together, commas and quotes included, and these have ${length}. Leave some out.`
    const shared = { rule: 'tags', field: 'options.tags', source: tags.source }
    findings.push({ severity: 'error', ...shared, limit: tags.max, actual: length, message })
  }
  return [
    ...findings,
    ...checkPublishAt(item, rules),
    ...checkUnused(item, rules),
    ...checkLink(item, rules),
    ...checkAllowed({ options, capabilities }),
  ]
}

/** What the platform is to publish later by itself. */
function checkPublishAt({ options, postType }: ItemToCheck, { publishAt }: PublishingRules): Finding[] {
  const { publish_at, privacy_status } = options
  if (!publishAt || publish_at === undefined || privacy_status === publishAt.privacyStatus) return []
  const { privacyStatus: limit, source } = publishAt
  const message = `${SUBJECTS[postType]} makes only a private video public later. Set options.privacy_status to ${limit}, or leave publish_at out.`
  const shared = { rule: 'publish_at', field: 'options.privacy_status', source } as const
  return [{ severity: 'error', ...shared, limit, actual: privacy_status ?? 'none', message }]
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
