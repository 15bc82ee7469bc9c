import type { Span } from '#reading/text/span.ts'
import { changeOutside, closeGaps } from './outside.ts'

/** What stands in the place of a sign that a rule bans. Of those that are not here nothing does. */
const INSTEAD: Readonly<Record<string, string>> = { ';': ',', '—': ',', '–': ',', '…': '.', '...': '.', ':': ',' }

/** Takes banned signs out, and puts plainer ones in their place: a comma for a dash, a full stop for an ellipsis. */
export function withoutSigns(text: string, signs: readonly string[] | undefined, spans: readonly Span[]): string {
  if (signs === undefined || !signs.some((sign) => text.includes(sign))) return text
  const changed = changeOutside(text, spans, (words) => signs.reduce(withoutSign, words))
  return changed === text ? text : closeGaps(changed)
}

function withoutSign(words: string, sign: string): string {
  if (!words.includes(sign)) return words
  // Between figures it is a range, a time or a ratio.
  if (sign === ':') return words.replace(/:(?=\s|$)/gu, ',')
  if (sign === '—' || sign === '–') {
    return words
      .replace(/(?<=\d)\s?[—–]\s?(?=\d)/gu, '-')
      .replace(/[^\S\n]*[—–]+[^\S\n]*(?=\S)/gu, ', ')
      .replaceAll(sign, '')
  }
  if (sign === '&') return words.replace(/\s*&\s*/gu, ' and ')
  return words.replaceAll(sign, INSTEAD[sign] ?? '')
}
