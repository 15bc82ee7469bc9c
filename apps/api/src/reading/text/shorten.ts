import { protectedSpans } from './protected-spans.ts'
import { splitSentences } from './sentences.ts'

const CLAUSE_END =
  /[;:–—](?=\s)|[，、；،؛]|,(?=\s)|\s(?=(?:because|while|which|but|so that|and (?:we|i|you|it|they|our|the))\s)/giu
const DANGLING = /[\s,;:–—，、；،؛(«“"'-]+$/u
// A text that would lose more than this to a clause boundary is cut at a word instead.
const LEAST_KEPT = 0.4

/**
 * The longest beginning of a text that fits: whole sentences, else a clause, else words with an ellipsis.
 *
 * Never cuts within a grapheme, a link, a handle or a hashtag. Empty when not even one grapheme fits.
 */
export function shorten(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text
  return bySentence(text, fits) ?? byClause(text, fits) ?? byWord(text, fits) ?? byGrapheme(text, fits)
}

function bySentence(text: string, fits: (candidate: string) => boolean): string | undefined {
  const sentences = splitSentences(text, 'und')
  for (let count = sentences.length - 1; count > 0; count--) {
    const kept = sentences.slice(0, count).join(' ')
    if (fits(kept) && text.startsWith(kept)) return kept
  }
  return undefined
}

function byClause(text: string, fits: (candidate: string) => boolean): string | undefined {
  const spans = protectedSpans(text)
  const ends = [...text.matchAll(CLAUSE_END)].map((match) => match.index)
  for (const end of ends.toReversed()) {
    const kept = text.slice(0, end).replace(DANGLING, '')
    // Of several commas, each may be half of a pair (`our founder, Ana, left`), so none is a safe end.
    if (text.charAt(end) === ',' && (text.match(/,\s/gu)?.length ?? 0) > 1) continue
    if (isInside(spans, end) || !hasBalancedQuotes(kept) || !fits(kept)) continue
    const next = text.slice(0, ends.find((other) => other > end) ?? text.length)
    return kept.length >= Math.min(next.length, text.length) * LEAST_KEPT && kept.length >= 30 ? kept : undefined
  }
  return undefined
}

function byWord(text: string, fits: (candidate: string) => boolean): string | undefined {
  const spans = protectedSpans(text)
  const words = [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)]
  for (let count = words.length - 1; count > 0; count--) {
    const end = words[count]?.index ?? 0
    const kept = text.slice(0, end).replace(DANGLING, '')
    if (kept === '' || isInside(spans, end)) continue
    // In a text with spaces, a word ends at one; what the segmenter splits at a hyphen or an apostrophe is one word.
    const isWordEnd =
      /\s/u.test(text.slice(kept.length, kept.length + 1)) ||
      !/\s/u.test(text) ||
      /[，。、！？]/u.test(text.charAt(kept.length))
    const candidate = /[.!?…。！？]$/u.test(kept) ? kept : `${kept}…`
    if (isWordEnd && fits(candidate)) return candidate
  }
  return undefined
}

function byGrapheme(text: string, fits: (candidate: string) => boolean): string {
  const spans = protectedSpans(text)
  const graphemes = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)]
  for (let count = graphemes.length - 1; count > 0; count--) {
    const end = graphemes[count]?.index ?? 0
    const kept = text.slice(0, end).trimEnd()
    if (kept !== '' && !isInside(spans, end) && fits(`${kept}…`)) return `${kept}…`
  }
  return ''
}

function isInside(spans: readonly { start: number; end: number }[], position: number): boolean {
  return spans.some(({ start, end }) => position > start && position < end)
}

function hasBalancedQuotes(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(/"/gu) % 2 === 0 && count(/[“«„]/gu) <= count(/[”»]/gu) && count(/\(/gu) <= count(/\)/gu)
}
