import { protectedSpans } from './protected-spans.ts'

// Capitalising is safe in these scripts only; Georgian, for one, has capitals that are never used for a first letter.
const CAPITALISED_SCRIPT = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]$/u
const STOPPED_SCRIPT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}]/u
const CLOSED = /[.!?…。！？:;,،؛؟।。、—–-]["'”’»)\]]*$/u
const ENDS_IN_EMOJI = /\p{Extended_Pictographic}[\p{M}\u200d\p{Emoji_Modifier}]*$/u
// A date in figures, and the name under a quotation, take no full stop.
const DATE_AT_END = /(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2,4}$/u
// A domain of any ending, and a telephone number, are copied with what stands behind them.
const ADDRESS_AT_END = /(?:^|\s)(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:\/\S*)?$|\+?\d[\d\s()/-]{5,}\d$/u
const SIGNED = /["”»][.!?]?\s*[-–—]\s*\p{Lu}[^.!?]{2,40}$/u
const ABBREVIATION_AT_END = /(?:\b[ap]\.m|\b(?:inc|ltd|co|corp|jr|sr|etc|st|no|u\.s|u\.k|e\.g))\.$/iu

/** Capitalises the first letter, unless it belongs to a link, a handle or a name like `iPhone`. */
export function capitalizeFirst(text: string): string {
  const match = /^["'“‘«([¿¡]*(\p{Ll})(\p{L}*)/u.exec(text)
  if (!match?.[1] || /\p{Lu}/u.test(match[2] ?? '') || !CAPITALISED_SCRIPT.test(match[1])) return text
  const position = match[0].length - match[1].length - (match[2] ?? '').length
  if (protectedSpans(text).some((span) => span.start === position)) return text
  const capital = match[1].toUpperCase()
  return capital.length === 1 ? text.slice(0, position) + capital + text.slice(position + 1) : text
}

/** Ends a sentence with a full stop where its script has one and nothing closes it yet. */
export function closeSentence(text: string): string {
  if (CLOSED.test(text) || text.includes('\n')) return text
  const letters = text.match(/\p{L}/gu)
  const lastLetter = letters?.at(-1)
  if (!lastLetter || !STOPPED_SCRIPT.test(lastLetter)) return text
  if (!/[\p{L}\p{M}\p{N}%°€$£)\]"'”’»]$/u.test(text) || ENDS_IN_EMOJI.test(text)) return text
  if (protectedSpans(text).some((span) => span.end === text.length)) return text
  if (ADDRESS_AT_END.test(text)) return text
  if (DATE_AT_END.test(text) || SIGNED.test(text)) return text
  return `${text}.`
}

/** Takes a last full stop off, for titles and one-liners. `!`, `?`, an ellipsis and `5 p.m.` stay. */
export function openSentence(text: string): string {
  if (text.endsWith('。') || text.endsWith('।')) return text.slice(0, -1).trimEnd()
  if (!text.endsWith('.') || text.endsWith('..') || ABBREVIATION_AT_END.test(text)) return text
  return text.slice(0, -1)
}

const LOWERCASED_OPENERS = new Set(
  `we we're we've we'll our the a an this these those that there it's it after with for from in on at how why what when
  who which my your behind today tomorrow every all new free get join meet save key top`.split(/\s+/u),
)

/** Lowers the first letter of an English sentence that is put behind other words, where that is sure to be right. */
export function lowerFirst(text: string): string {
  const first = /^[\p{L}’']+/u.exec(text)?.[0]
  if (!first || !LOWERCASED_OPENERS.has(first.replace('’', "'").toLowerCase())) return text
  if (first.length > 1 && first === first.toUpperCase()) return text
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}
