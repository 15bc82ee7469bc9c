import type { PublishingRules } from '@powerpost/contract'
import type { Finding, ItemToCheck } from './finding.ts'
import { SUBJECTS } from './words.ts'

type Item = Pick<ItemToCheck, 'options' | 'postType' | 'content' | 'media'>

/** Whether a person finishes the post in an inbox of the platform. */
export function isForInbox({ options }: Pick<ItemToCheck, 'options'>, { inbox }: PublishingRules): boolean {
  return inbox !== undefined && options.mode === 'inbox'
}

/** What is wrong with options of TikTok that depend on each other, or on the item. */
export function checkTikTok(item: Item, rules: PublishingRules): Finding[] {
  return [...checkInbox(item, rules), ...checkBrand(item, rules), ...checkCoverIndex(item)]
}

/** What of an item does not come into the inbox: a person adds it there. */
function checkInbox(item: Item, rules: PublishingRules): Finding[] {
  const { inbox } = rules
  if (!inbox || !isForInbox(item, rules)) return []
  const given = new Map<string, unknown>(Object.entries(item.options))
  const { source } = inbox
  const shared = { severity: 'warning', rule: 'inbox', limit: 'none', actual: 'given', source } as const
  const subject = `${SUBJECTS[item.postType]} takes`
  const findings = inbox.unusedOptions
    .filter((name) => given.get(name) !== undefined)
    .map((name): Finding => {
      return {
        ...shared,
        field: `options.${name}`,
        message: `${subject} no ${name} in the mode inbox: it is left out.`,
      }
    })
  if (!inbox.takesText && item.content.trim() !== '') {
    const message = `${subject} no text in the mode inbox: it is left out, and a person writes it in the app.`
    findings.push({ ...shared, field: 'content', message })
  }
  if (item.media.some(({ cover }) => cover !== undefined)) {
    findings.push({
      ...shared,
      field: 'media[0].cover',
      message: `${subject} no cover in the mode inbox: it is left out.`,
    })
  }
  return findings
}

/** https://developers.tiktok.com/doc/content-sharing-guidelines: branded content has to be visible. */
function checkBrand(item: Item, rules: PublishingRules): Finding[] {
  const { brand_content_toggle, privacy_level } = item.options
  if (brand_content_toggle !== true || privacy_level !== 'SELF_ONLY' || isForInbox(item, rules)) return []
  const message = `${SUBJECTS[item.postType]} takes no branded content that only the account sees. Choose another privacy_level, or leave out brand_content_toggle.`
  const source = rules.requiredOptions?.source
  return [
    {
      severity: 'error',
      rule: 'brand_content',
      field: 'options.privacy_level',
      limit: 'visible to others',
      actual: privacy_level,
      message,
      source,
    },
  ]
}

function checkCoverIndex({ options, postType, media }: Item): Finding[] {
  const { photo_cover_index: actual } = options
  if (postType !== 'tiktok-photos' || actual === undefined || media.length === 0 || actual < media.length) return []
  const limit = media.length - 1
  const message = `The post has ${media.length} photos: photo_cover_index is at most ${limit}, and this is ${actual}.`
  return [{ severity: 'error', rule: 'photo_cover_index', field: 'options.photo_cover_index', limit, actual, message }]
}
