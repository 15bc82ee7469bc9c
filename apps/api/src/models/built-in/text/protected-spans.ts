import { findUrls } from '@powerpost/contract'

/** A stretch of a text that must never be cut, re-cased or searched for words. */
export interface Span {
  readonly start: number
  readonly end: number
}

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const HANDLE = /(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu
const HASHTAG = /(?<![\p{L}\p{N}_&/])[#＃](?=[\p{N}_]*[\p{L}\p{M}])[\p{L}\p{M}\p{N}_]+/gu

/** The hashtags of a text, as platforms see them: not `#1`, not `C#`, not the fragment of a link. */
export function findHashtags(text: string): string[] {
  const urls = findUrls(text)
  return [...text.matchAll(HASHTAG)].filter((match) => !isWithin(urls, match.index)).map((match) => match[0])
}

/** Links, addresses, handles and hashtags, in the order they stand. */
export function protectedSpans(text: string): Span[] {
  const named = [EMAIL, HANDLE, HASHTAG].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
  return [...findUrls(text), ...named].toSorted((a, b) => a.start - b.start)
}

export function isWithin(spans: readonly Span[], position: number): boolean {
  return spans.some((span) => position >= span.start && position < span.end)
}

/** The text with its protected spans blanked out, every other character at its old position. */
export function blankProtected(text: string): string {
  let blanked = text
  for (const { start, end } of protectedSpans(text)) {
    blanked = blanked.slice(0, start) + '\u0000'.repeat(end - start) + blanked.slice(end)
  }
  return blanked
}

/** Takes the `#` off the hashtags beyond the first `keep`, so that the words stay where a platform allows few tags. */
export function limitHashtags(text: string, keep: number): string {
  const urls = findUrls(text)
  let seen = 0
  return text.replace(HASHTAG, (tag: string, position: number) => {
    if (isWithin(urls, position)) return tag
    seen += 1
    return seen <= keep ? tag : tag.slice(1)
  })
}
