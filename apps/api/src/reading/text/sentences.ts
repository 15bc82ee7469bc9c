import { blankProtected, protectedSpans } from './protected-spans.ts'

const ABBREVIATION =
  /(?:^|[\s(])(?:dr|mr|mrs|ms|prof|st|sr|jr|vs|no|nr|inc|ltd|approx|dept|est|fig|vol|e\.g|i\.e|z\.b|u\.a|ca|bzw|etc|sra|dra|m|mme|mlle|av|avda|ул|вул|просп|пл|пер|им|тел|кв|д|ul|al|godz|jl|kl|klo|mio|mrd|tsd|\p{Lu})\.\s*$|(?:mio|mrd|tsd|approx|ca|inc|ltd)\.\)\s*$/iu
// A new sentence begins with these more often than an ordinal ends before them.
const GERMAN_ORDINAL =
  /^(?!(?:Bitte|Ohne|Keine?|Wir|Unsere?|Ihr|Sie|Das|Der|Die|Es|Kommt|Verrate|Erwähne|Mit|Nur|Maximal)\b)\p{L}/u
const TIME_OF_DAY = /\d\s*[ap]\.m\.\s*$/iu
// Where a number with a full stop ends a sentence: `ул. Ленина, 25. Вход свободный.`
const WITHOUT_ORDINALS = new Set(['en', 'ru', 'uk', 'es', 'fr', 'it', 'pt', 'nl', 'el', 'ro', 'id', 'vi'])
const ORDINAL = /(?:^|\s)\d{1,2}\.\s*$/u
// An emoji between two statements does the work of a full stop: `Fresh bread every day 🍞 Come by before ten`.
const EMOJI_STOP =
  /(?<=\p{Ll}\p{L}* \p{Extended_Pictographic}[\p{M}\u200d\p{Extended_Pictographic}]*) (?=\p{Lu}\p{Ll})/gu
// Where Intl.Segmenter waits for a capital: before a figure, and all over in a text typed without capitals.
const FIGURE_STOP =
  /(?<=\p{L}{2}[.!?])(?<!\b(?:no|nos|vol|fig|ch|pp?|approx|max|min|ca|tel|st|art|sec|ver|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[ap]\.m|ext|apt|rm|inc|ltd|dept)\.)\s+(?=[$€£]?\d)/iu
const LOW_STOP =
  /(?<=\p{Ll}{2}[.!?])(?<!\b(?:no|vol|fig|ch|pp?|approx|max|min|ca|tel|st|vs|etc|dr|mr|mrs|ms|inc|ltd|apt|ext)\.)\s+(?=[$€£]?[\p{Ll}\d])/u
const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\s)+/u
const OPENING_QUOTES = /[“«„「『]/gu
const CLOSING_QUOTES = /[”»“」』]/gu

/**
 * The sentences of one line, each trimmed.
 *
 * Intl.Segmenter knows scripts, but ends a sentence after `Dr.`, within a quotation, within a link and before the emoji
 * that belongs to it; those are fixed here.
 */
export function splitSentences(line: string, locale: string): string[] {
  const parts = line.split(EMOJI_STOP).flatMap((part) => splitPart(part, locale))
  return locale === 'en' ? parts.flatMap((part) => part.split(isTypedLow(line) ? LOW_STOP : FIGURE_STOP)) : parts
}

function isTypedLow(line: string): boolean {
  return !/\p{Lu}/u.test(line.replace(/\bI\b/gu, '')) && !/["“”«»]|\.{2}/u.test(line)
}

function splitPart(line: string, locale: string): string[] {
  const spans = protectedSpans(line)
  const sentences: string[] = []
  let current = ''
  for (const { segment, index } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(line)) {
    const emoji = current === '' && sentences.length > 0 ? (ONLY_EMOJI.exec(segment)?.[0] ?? '') : ''
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(emoji)) {
      sentences[sentences.length - 1] = `${sentences.at(-1) ?? ''} ${emoji.trim()}`
      current = segment.slice(emoji.length)
    } else {
      current += segment
    }
    const end = index + segment.length
    const isInSpan = spans.some((span) => end > span.start && end < span.end)
    if (isInSpan || isOpen(current, line.slice(end), locale)) continue
    if (current.trim()) sentences.push(current.trim())
    current = ''
  }
  if (current.trim()) sentences.push(current.trim())
  return sentences
}

function isOpen(text: string, following: string, locale: string): boolean {
  if (!following.trim()) return false
  // The illness, not the form of address.
  if (/\bMS\.\s*$/u.test(text)) return hasOpenQuotation(text)
  if (ABBREVIATION.test(text) && !/^(?:[^.]|\.\p{L})*\bno\.\s*$/iu.test(text)) return true
  // German and its neighbours write `am 4. Mai`.
  // Only German writes its months with a capital.
  const begins = locale === 'de' ? GERMAN_ORDINAL : locale === 'und' ? /^\p{L}/u : /^\p{Ll}/u
  if (!WITHOUT_ORDINALS.has(locale) && ORDINAL.test(text) && begins.test(following)) return true
  if (TIME_OF_DAY.test(text) && /^\p{Ll}|^\p{N}/u.test(following)) return true
  if (/^\s*\p{Ll}/u.test(following) && /["'”’»]\s*$/u.test(text)) return true
  return hasOpenQuotation(text)
}

function hasOpenQuotation(text: string): boolean {
  const blanked = blankProtected(text)
  // An inch mark or a stray quote must not swallow the rest, so only short quotations are held together.
  if ((blanked.match(/"/gu)?.length ?? 0) % 2 === 1) return blanked.length - blanked.lastIndexOf('"') < 160
  const opened = blanked.match(OPENING_QUOTES)?.length ?? 0
  const closed = blanked.match(CLOSING_QUOTES)?.length ?? 0
  return opened > closed && blanked.length - blanked.search(OPENING_QUOTES) < 240
}
