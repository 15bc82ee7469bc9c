import type { CaptionRules, Platform, PublishingRules, TextLimit } from '@powerpost/contract'
import { CAPTION_RULES, findHashtags, measureText, PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
import type { Finding, ItemToCheck } from './finding.ts'
import { LENGTH_WORDS, SUBJECTS } from './words.ts'

/** What is wrong with the texts of an item. */
export function checkText(item: ItemToCheck, rules: PublishingRules): Finding[] {
  const { content, postType } = item
  const platform = PLATFORM_OF_POST_TYPE[postType]
  if (!rules.text) return content.trim() === '' ? [] : [textNotShown(item)]
  return [
    ...checkLength(item, { field: 'content', text: content, limit: rules.text }),
    ...checkCharacters(item, { field: 'content', text: content, platform }),
    ...checkHashtags(item, rules, platform),
    ...checkTitle(item, rules, platform),
  ]
}

function textNotShown({ content, postType }: ItemToCheck): Finding {
  return {
    severity: 'warning',
    rule: 'text_shown',
    field: 'content',
    limit: 0,
    actual: content.length,
    message: `${SUBJECTS[postType]} shows no text: this is left out. Put it into the picture, or send "content": "".`,
  }
}

interface Text {
  readonly field: 'content' | 'title'
  readonly text: string
}

function checkLength({ postType }: ItemToCheck, { field, text, limit }: Text & { limit: TextLimit }): Finding[] {
  const actual = measureText(text, limit.unit)
  if (actual <= limit.max) return []
  const takes = `${SUBJECTS[postType]} takes ${field === 'title' ? 'a title of ' : ''}at most ${limit.max}`
  const message = `${takes} ${LENGTH_WORDS[limit.unit]} and this has ${actual}. Shorten it by ${actual - limit.max}.`
  return [
    {
      severity: 'error',
      rule: field === 'title' ? 'title_length' : 'text_length',
      field,
      limit: limit.max,
      actual,
      message,
    },
  ]
}

function checkCharacters(
  { postType }: ItemToCheck,
  { field, text, platform }: Text & { platform: Platform },
): Finding[] {
  const { forbidden = [] }: CaptionRules = CAPTION_RULES[platform]
  const found = forbidden.filter((character) => text.includes(character))
  if (found.length === 0) return []
  const limit = `none of ${forbidden.join(' ')}`
  const message = `${SUBJECTS[postType]} takes ${limit} in its ${field}. Write it without ${found.join(' and ')}.`
  return [{ severity: 'error', rule: 'characters', field, limit, actual: found.join(' '), message }]
}

function checkHashtags({ content, postType }: ItemToCheck, rules: PublishingRules, platform: Platform): Finding[] {
  const actual = findHashtags(content).length
  const shared = { rule: 'hashtags', field: 'content', actual } as const
  const most = rules.hashtags?.max ?? Infinity
  if (actual > most) {
    const message = `${SUBJECTS[postType]} takes at most ${most} hashtags and this has ${actual}. Take ${actual - most} of them out.`
    return [{ ...shared, severity: 'error', limit: most, message }]
  }
  const { max } = CAPTION_RULES[platform].hashtags
  if (actual <= max) return []
  const message = `${SUBJECTS[postType]} should have at most ${max} hashtags and this has ${actual}. Take ${actual - max} of them out.`
  return [{ ...shared, severity: 'warning', limit: max, message }]
}

function checkTitle(item: ItemToCheck, { title: limit }: PublishingRules, platform: Platform): Finding[] {
  if (!limit) return []
  const { postType, title: text = '' } = item
  if (limit.required && text.trim() === '') {
    const message = `${SUBJECTS[postType]} needs a title. Give it one.`
    return [{ severity: 'error', rule: 'title', field: 'title', limit: 1, actual: 0, message }]
  }
  return [
    ...checkLength(item, { field: 'title', text, limit }),
    ...checkCharacters(item, { field: 'title', text, platform }),
  ]
}
