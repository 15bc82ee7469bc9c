/**
 * What a reader of the page does not see, and a model would: control characters, private use (icon fonts), the tag
 * and variation-selector alphabets in which instructions have been hidden, bidirectional and zero-width marks. The
 * two joiners stay: Persian, Indic scripts and emoji need them. NUL is among them, which PostgreSQL does not take.
 */
const INVISIBLE = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\u{E0100}-\u{E01EF}]/gu

/** Makes foreign text plain: no invisible characters, single spaces, paragraphs parted by one empty line at most. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .toWellFormed()
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** The same, on one line, and cut to `maxChars` UTF-16 units. */
export function cleanLine(text: string, maxChars: number): string {
  return cutAtSentence(cleanText(text).replaceAll(/\s+/g, ' '), maxChars)
}

/**
 * Cuts text to `maxChars` UTF-16 units: after the last whole sentence, or where that would throw away more than half,
 * after the last whole word or grapheme.
 */
export function cutAtSentence(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text
  const head = text.slice(0, maxChars)
  // The last piece may go on behind the cut.
  const sentences = startOfLast(new Intl.Segmenter('und', { granularity: 'sentence' }), head)
  if (sentences > maxChars / 2) return head.slice(0, sentences).trimEnd()
  const word = head.search(/\s\S*$/)
  if (word > maxChars / 2) return head.slice(0, word).trimEnd()
  return head.slice(0, startOfLast(new Intl.Segmenter('und', { granularity: 'grapheme' }), head))
}

function startOfLast(segmenter: Intl.Segmenter, text: string): number {
  // `containing` finds it without walking through all of the text.
  return segmenter.segment(text).containing(text.length - 1)?.index ?? 0
}
