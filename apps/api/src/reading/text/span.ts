/** A stretch of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The text with other words in place of some stretches, which come in order; where they overlap, they are one by one. */
export function replaceSpans(text: string, spans: readonly Span[], replace: (stretch: string) => string): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of spans) {
    if (end <= from) continue
    pieces.push(text.slice(from, start), replace(text.slice(Math.max(from, start), end)))
    from = end
  }
  return [...pieces, text.slice(from)].join('')
}

/** The text without some stretches, which come in order. */
export function cutOut(text: string, spans: readonly Span[]): string {
  return replaceSpans(text, spans, () => '')
}
