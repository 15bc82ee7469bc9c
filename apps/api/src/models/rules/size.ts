import type { Platform } from '@powerpost/contract'
import type { MostLength } from '#reading/rules/writing-rules.ts'
import { splitSentences } from '#reading/text/sentences.ts'
import { segmentWords } from '#reading/language/word-segments.ts'
import { cutText } from '../cut-text.ts'
import { splitAtCallToAction } from '../call-to-action.ts'
import { splitTags } from './tags.ts'

/** How long a text is, as a rule counts it. */
export function measure(text: string, unit: MostLength['unit']): number {
  if (unit === 'characters') return text.length
  if (unit === 'words') return segmentWords(text, 'und').filter(({ word }) => /[\p{L}\p{N}]/u.test(word)).length
  return text
    .split('\n')
    .flatMap((line) => splitSentences(line, 'und'))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence)).length
}

interface SizeOptions {
  readonly platform: Platform
  readonly ctaText: string | undefined
  readonly ending: string | undefined
}

/** Cuts a text to a most length, at a sentence if possible; the call to action, the ending and the hashtags stay. */
export function cutTo(text: string, most: MostLength, { platform, ctaText, ending }: SizeOptions): string {
  const isCounted = most.unit === 'characters'
  const { body, tags } = splitTags(text, platform)
  if (measure(isCounted ? text : body, most.unit) <= most.max) return text
  const kept = [ending, ctaText].filter((part) => part !== undefined && body.includes(part))
  const words = kept.reduce<string>(
    (rest, part) =>
      splitAtCallToAction(rest, part ?? '')
        .join(' ')
        .trim(),
    body,
  )
  const join = (part: string, all: readonly string[]) => [part, ...kept, all.join(' ')].filter(Boolean).join('\n\n')
  for (let count = tags.length; ; count = isCounted ? count - 1 : 0) {
    const fits = (part: string) => measure(join(part, isCounted ? tags.slice(0, count) : []), most.unit) <= most.max
    const cut = cutText(words, { platform, fits })
    if (cut.length > 1 || count <= 0) return join(cut, isCounted ? tags.slice(0, Math.max(0, count)) : tags)
  }
}
