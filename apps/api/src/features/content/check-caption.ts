import type { PlatformCaption } from '#models/port.ts'
import type { CaptionRules, TextLimit } from '@powerpost/contract'
import { CAPTION_RULES, findHashtags, measureText } from '@powerpost/contract'

/** A rule of its platform that a caption breaks. */
export interface BrokenRule {
  readonly rule: 'empty' | 'text_length' | 'title_length' | 'hashtag_count' | 'forbidden_character' | 'cta_missing'
  /** What the rule asks for, and what the caption has, for the log and for a model that is to repair it. */
  readonly message: string
}

/** The rules of its platform, and of the request, that a caption breaks. None: it may be saved. */
export function checkCaption({ platform, caption }: PlatformCaption, ctaText?: string): BrokenRule[] {
  const rules: CaptionRules = CAPTION_RULES[platform]
  const title = typeof caption === 'string' ? undefined : caption.title
  const text = typeof caption === 'string' ? caption : caption.description
  const hashtags = findHashtags(text).length
  // A call to action is not ours to take hashtags from.
  const allowed = Math.max(rules.hashtags.max, findHashtags(ctaText ?? '').length)
  const forbidden = rules.forbidden?.find((character) => `${title ?? ''}${text}`.includes(character))
  return [
    ...(text.trim() === '' || title?.trim() === '' ? [broken('empty', 'The caption is empty.')] : []),
    ...checkLength('text_length', text, rules.text),
    ...(title !== undefined && rules.title ? checkLength('title_length', title, rules.title) : []),
    ...(hashtags > allowed
      ? [broken('hashtag_count', `${hashtags} hashtags, and at most ${allowed} are allowed.`)]
      : []),
    ...(forbidden ? [broken('forbidden_character', `The character ${forbidden} is not allowed.`)] : []),
    ...(ctaText !== undefined && canStandIn(ctaText, rules) && !text.includes(ctaText)
      ? [broken('cta_missing', 'The call to action does not stand in it, character for character.')]
      : []),
  ]
}

/** A call to action that the platform itself refuses, by its length or its characters, cannot be asked for. */
function canStandIn(ctaText: string, { text, forbidden = [] }: CaptionRules): boolean {
  return measureText(ctaText, text.unit) <= text.max && !forbidden.some((character) => ctaText.includes(character))
}

function checkLength(rule: BrokenRule['rule'], text: string, { max, unit }: TextLimit): BrokenRule[] {
  const length = measureText(text, unit)
  return length > max ? [broken(rule, `It is ${length} long (${unit}), and at most ${max} are allowed.`)] : []
}

function broken(rule: BrokenRule['rule'], message: string): BrokenRule {
  return { rule, message }
}
