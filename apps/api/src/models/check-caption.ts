import type { CaptionRules, Platform, TextLimit } from '@powerpost/contract'
import { CAPTION_RULES, findHashtags, measureText } from '@powerpost/contract'
import { canStandIn, countCallToAction } from './call-to-action.ts'
import type { PlatformCaption } from './port.ts'
import { UNITS } from './units.ts'

/** A rule of its platform, or of its request, that a caption breaks. */
export interface BrokenRule {
  readonly rule:
    | 'empty'
    | 'text_length'
    | 'title_length'
    | 'hashtag_count'
    | 'forbidden_character'
    | 'cta_missing'
    | 'cta_repeated'
  /** A sentence for the log, and for a model that is to mend it. */
  readonly message: string
}

/** The rules that a caption breaks. */
export function checkCaption({ platform, caption }: PlatformCaption, ctaText?: string): BrokenRule[] {
  const rules: CaptionRules = CAPTION_RULES[platform]
  const title = typeof caption === 'string' ? undefined : caption.title
  const text = typeof caption === 'string' ? caption : caption.description
  const forbidden = rules.forbidden?.find((character) => `${title ?? ''}${text}`.includes(character))
  return [
    ...(text.trim() === '' || title?.trim() === '' ? [broken('empty', 'It is empty.')] : []),
    ...checkLength('text_length', text, rules.text),
    ...(title !== undefined && rules.title ? checkLength('title_length', title, rules.title) : []),
    ...checkHashtags(text, { platform, ctaText }),
    ...(forbidden ? [broken('forbidden_character', `The character ${forbidden} is not allowed.`)] : []),
    ...(ctaText !== undefined && canStandIn(ctaText, rules) ? checkCallToAction(text, ctaText) : []),
  ]
}

/** Whether a caption may be saved all the same: to say the call to action twice is bad style, and no more. */
export function isTolerable({ rule }: BrokenRule): boolean {
  return rule === 'cta_repeated'
}

function checkLength(rule: 'text_length' | 'title_length', text: string, { max, unit }: TextLimit): BrokenRule[] {
  const length = measureText(text, unit)
  if (length <= max) return []
  const what = rule === 'title_length' ? 'The title' : 'The text'
  const message = `${what} is ${length} ${UNITS[unit]} long, at most ${max} are allowed: make it ${length - max} shorter.`
  return [broken(rule, message)]
}

interface HashtagOptions {
  readonly platform: Platform
  readonly ctaText: string | undefined
}

function checkHashtags(text: string, { platform, ctaText = '' }: HashtagOptions): BrokenRule[] {
  const count = findHashtags(text, platform).length
  // A call to action is not ours to take hashtags from.
  const allowed = Math.max(CAPTION_RULES[platform].hashtags.max, findHashtags(ctaText, platform).length)
  return count > allowed ? [broken('hashtag_count', `It has ${count} hashtags, at most ${allowed} are allowed.`)] : []
}

function checkCallToAction(text: string, ctaText: string): BrokenRule[] {
  const times = countCallToAction(text, ctaText)
  if (times === 1) return []
  const message = `It holds the call to action ${times} times: once, character for character, is asked for.`
  return [broken(times === 0 ? 'cta_missing' : 'cta_repeated', message)]
}

function broken(rule: BrokenRule['rule'], message: string): BrokenRule {
  return { rule, message }
}
