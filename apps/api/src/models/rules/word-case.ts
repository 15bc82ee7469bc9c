import type { WritingRules } from '#reading/rules/writing-rules.ts'
import { capitalizeFirst } from '#reading/text/casing.ts'
import type { Span } from '#reading/text/span.ts'
import { changeOutside } from './outside.ts'

const LONGEST_ABBREVIATION = 4

/** Gives a text the capitals that a rule wants. Names in a text of nothing but capitals cannot be told, and lose theirs. */
export function changeCase(text: string, casing: WritingRules['casing'], spans: readonly Span[]): string {
  if (casing === 'lower') return changeOutside(text, spans, (words) => words.toLowerCase())
  if (casing === 'upper') return changeOutside(text, spans, (words) => words.toUpperCase())
  return casing === 'sentence' ? toSentenceCase(text, spans) : text
}

function toSentenceCase(text: string, spans: readonly Span[]): string {
  const words = text.match(/\p{L}[\p{L}\p{M}’']*/gu) ?? []
  const isShouted = !words.some((word) => /\p{Ll}/u.test(word))
  const isTitled = words.length > 3 && words.every((word) => word.length < 4 || /^\p{Lu}/u.test(word))
  const lowered = changeOutside(text, spans, (part) =>
    part
      .replace(/\p{Lu}[\p{Lu}\p{M}’']+(?!\p{Ll})/gu, (word) =>
        isShouted || word.length > LONGEST_ABBREVIATION ? word.toLowerCase() : word,
      )
      .replace(/(?<=\p{L}[^.!?\n]*\s)\p{Lu}\p{Ll}+/gu, (word) => (isTitled ? word.toLowerCase() : word)),
  )
  if (lowered === text) return text
  return lowered
    .split('\n')
    .map((line) => line.split(SENTENCE).map(capitalizeFirst).join(' '))
    .join('\n')
}

const SENTENCE = /(?<=[.!?…]["'”’»)]*)\s+/u
