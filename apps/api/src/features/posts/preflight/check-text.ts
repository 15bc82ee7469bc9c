import type { CaptionRules, Platform, PublishingRules, TextLimit } from '@powerpost/contract'
import { CAPTION_RULES, findHashtags, measureText, PLATFORM_NAMES, PLATFORM_OF_POST_TYPE } from '@powerpost/contract'
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
      source: limit.source,
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

function checkHashtags(item: ItemToCheck, rules: PublishingRules, platform: Platform): Finding[] {
  const { content, postType, title = '' } = item
  const texts = rules.title ? [title, content] : [content]
  const actual = texts.reduce((sum, text) => sum + findHashtags(text, platform).length, 0)
  const shared = { rule: 'hashtags', field: 'content', actual } as const
  const { max: most, tolerated } = rules.hashtags ?? { max: Infinity }
  if (actual > most) {
    const says = tolerated
      ? `${PLATFORM_NAMES[platform]} ignores all hashtags where there are more than ${most}`
      : `${SUBJECTS[postType]} takes at most ${most} hashtags`
    const message = `${says} and this has ${actual}. Take ${actual - most} of them out.`
    const severity = tolerated ? 'warning' : 'error'
    return [{ ...shared, severity, limit: most, message, source: rules.hashtags?.source }]
  }
  const { max, source } = CAPTION_RULES[platform].hashtags
  if (actual <= max) return []
  const message = `${SUBJECTS[postType]} should have at most ${max} hashtags and this has ${actual}. Take ${actual - max} of them out.`
  return [{ ...shared, severity: 'warning', limit: max, message, source }]
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
    ...(limit.oneLine ? checkOneLine(item, text) : []),
  ]
}

const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029]/gu

function checkOneLine({ postType }: ItemToCheck, title: string): Finding[] {
  const names = new Set(Array.from(title.matchAll(NOT_IN_A_LINE), ({ 0: character }) => nameOf(character)))
  if (names.size === 0) return []
  const actual = [...names].join(' ')
  const message = `${SUBJECTS[postType]} takes a title of one line, without control characters, and this has ${actual}. Write a space instead.`
  return [{ severity: 'error', rule: 'characters', field: 'title', limit: 'one line', actual, message }]
}

/** `U+000A`. */
function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
