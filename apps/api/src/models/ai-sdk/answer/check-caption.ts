import type { PlatformCaption } from '#models/port.ts'
import type { CaptionRules, TextLimit } from '@powerpost/contract'
import { CAPTION_RULES, findHashtags, measureText } from '@powerpost/contract'
import { occurrencesOf, canStandIn } from '../../fit-caption.ts'
import { UNITS } from '../instructions/units.ts'

/** The rules that a caption breaks, each in a sentence that tells a model how to mend it. */
export function brokenRules({ platform, caption }: PlatformCaption, ctaText: string | undefined): string[] {
  const rules: CaptionRules = CAPTION_RULES[platform]
  const title = typeof caption === 'string' ? undefined : caption.title
  const text = typeof caption === 'string' ? caption : caption.description
  return [
    ...(text.trim() === '' || title?.trim() === '' ? ['It is empty.'] : []),
    ...checkLength('The text', text, rules.text),
    ...(title !== undefined && rules.title ? checkLength('The title', title, rules.title) : []),
    ...checkHashtags(text, rules, ctaText),
    ...(ctaText !== undefined && canStandIn(ctaText, rules) ? checkCta(text, ctaText) : []),
  ]
}

function checkLength(what: string, text: string, { max, unit }: TextLimit): string[] {
  const length = measureText(text, unit)
  return length > max
    ? [`${what} is ${length} ${UNITS[unit]} long, at most ${max} are allowed: make it ${length - max} shorter.`]
    : []
}

function checkHashtags(text: string, { hashtags: { max } }: CaptionRules, ctaText = ''): string[] {
  const count = findHashtags(text).length
  // A call to action is not ours to take hashtags from.
  const allowed = Math.max(max, findHashtags(ctaText).length)
  return count > allowed ? [`It has ${count} hashtags, at most ${allowed} are allowed.`] : []
}

function checkCta(text: string, ctaText: string): string[] {
  const times = occurrencesOf(text, ctaText)
  if (times === 1) return []
  return [`It holds the call to action ${times} times: once, character for character, is asked for.`]
}
