import type { Platform } from '@powerpost/contract'
import type { WritingRules } from '#reading/rules/writing-rules.ts'
import { detectLanguage } from '#reading/language/detect-language.ts'
import { splitTags, changeTags, countTags } from './tags.ts'
import { withEnding, withOpening } from './edges.ts'
import { findUnmetForm, layOut } from './form.ts'
import { hasEmoji, limitEmoji, limitEmojiTo, withoutExclamationMarks } from './marks.ts'
import { withoutSigns } from './signs.ts'
import { changeSpelling } from './spelling.ts'
import { changeCase } from './word-case.ts'
import { cutTo, measure } from './size.ts'
import type { UnmetRule } from './unmet-rule.ts'
import { bannedIn, findWord, saysSomething, withoutAddresses, withoutSentences } from './wording.ts'
import { untouchable } from './outside.ts'
import type { PlatformCaption } from '../port.ts'

export interface Enforced {
  readonly caption: PlatformCaption
  /** Empty: it keeps all rules that code can check. */
  readonly unmet: readonly UnmetRule[]
}

interface EnforceOptions {
  readonly ctaText?: string | undefined
  /** No writer is asked again: sentences that break a rule are left out, where others are left. */
  readonly isLast?: boolean
  /** Hashtags to add where a rule wants more than there are, best first. */
  readonly spareTags?: readonly string[]
}

/**
 * Makes a caption keep its rules as far as code can, and answers which it still breaks. It does not know the platform's own
 * limits: `fitCaption` has the last word. The call to action, links and handles are never changed.
 */
export function enforceRules(
  { platform, caption }: PlatformCaption,
  rules: WritingRules,
  options: EnforceOptions = {},
): Enforced {
  if (Object.keys(rules).length === 0) return { caption: { platform, caption } as PlatformCaption, unmet: [] }
  if (platform !== 'youtube') {
    const text = enforceText(caption, platform, rules, options)
    return { caption: { platform, caption: text }, unmet: findUnmet(text, platform, rules, options) }
  }
  const title = enforceWords(caption.title, rules, { isLast: false })
  const description = enforceText(caption.description, platform, rules, options)
  const inTitle = findUnmet(title, platform, { ...titleRules(rules) }, {})
  const unmet = [...findUnmet(description, platform, rules, options), ...inTitle]
  return { caption: { platform, caption: { title, description } }, unmet }
}

function titleRules({ bannedWords, language }: WritingRules): WritingRules {
  return { ...(bannedWords && { bannedWords }), ...(language !== undefined && { language }) }
}

function enforceText(text: string, platform: Platform, rules: WritingRules, options: EnforceOptions): string {
  const { ctaText, spareTags: spare = [] } = options
  const { body, tags } = splitTags(enforceWords(text, rules, options), platform)
  const framed = layOut(withEnding(withOpening(body, rules.opening), rules.ending, ctaText), rules.layout)
  const tagged = changeTags([framed, tags.join(' ')].filter(Boolean).join(text.includes('\n') ? '\n\n' : ' '), {
    rules,
    platform,
    ctaText,
    spare,
  })
  return rules.maxLength ? cutTo(tagged, rules.maxLength, { platform, ctaText, ending: rules.ending }) : tagged
}

/** The rules of the words themselves, which hold in a title, too. */
function enforceWords(text: string, rules: WritingRules, { ctaText, isLast = false }: EnforceOptions): string {
  const spans = (of: string) => untouchable(of, ctaText)
  let words = text
  if (isLast) words = withoutOffence(words, rules, ctaText)
  if (rules.links === false) words = withoutAddresses(words, 'links')
  if (rules.mentions === false) words = withoutAddresses(words, 'mentions')
  words = limitEmoji(words, rules.emoji, spans(words))
  words = limitEmojiTo(words, rules.emojiCount?.max, spans(words))
  words = withoutSigns(words, rules.bannedSigns, spans(words))
  words = changeSpelling(words, rules.spelling, spans(words))
  if (rules.exclamationMarks === false) words = withoutExclamationMarks(words, spans(words))
  return changeCase(words, rules.casing, spans(words))
}

function withoutOffence(
  text: string,
  { bannedWords = [], questions }: WritingRules,
  ctaText: string | undefined,
): string {
  const isOffence = (sentence: string) => {
    if (ctaText !== undefined && sentence.includes(ctaText)) return false
    return bannedWords.some((word) => findWord(sentence, word)) || (questions === false && /[?？؟]\s*$/u.test(sentence))
  }
  const kept = withoutSentences(text, isOffence)
  // A call to action alone is no caption.
  return kept !== undefined && saysSomething(ctaText === undefined ? kept : kept.replace(ctaText, '')) ? kept : text
}

function findUnmet(text: string, platform: Platform, rules: WritingRules, { ctaText }: EnforceOptions): UnmetRule[] {
  const words = splitTags(text, platform).body
  const { bannedWords = [], fixedWords = [], hashtags, maxLength, language } = rules
  const unmet = (rule: keyof WritingRules, isBroken: boolean, message: string) => (isBroken ? [{ rule, message }] : [])
  const banned = bannedIn(words, bannedWords, untouchable(words, ctaText))
  const missing = fixedWords.filter((word) => !findWord(words, word))
  const count = countTags(text, platform, ctaText)
  const written = detectLanguage(words)
  return [
    ...unmet('bannedWords', banned.length > 0, `It must not say ${quote(banned)}.`),
    ...unmet('fixedWords', missing.length > 0, `It must say ${quote(missing)}.`),
    ...unmet('questions', rules.questions === false && /[?？؟]/u.test(words), 'It must ask no question.'),
    ...unmet('hashtags', count < (hashtags?.min ?? 0), `It has ${count} hashtags, and must have ${hashtags?.min}.`),
    ...findUnmetForm(words, text, rules),
    ...unmet('emoji', rules.emoji === 'many' && !hasEmoji(text), 'It must have emoji.'),
    ...(maxLength
      ? unmet(
          'maxLength',
          measure(maxLength.unit === 'characters' ? text : words, maxLength.unit) > maxLength.max,
          `It must have at most ${maxLength.max} ${maxLength.unit}.`,
        )
      : []),
    ...unmet(
      'language',
      language !== undefined && written !== 'unknown' && written !== language,
      `It must be written in the language ${language}.`,
    ),
  ]
}

function quote(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ')
}
