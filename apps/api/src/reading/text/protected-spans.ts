import { findHashtags } from '@powerpost/contract'
import { findLinks } from './find-links.ts'
import type { Span } from './span.ts'

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const HANDLE = /(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu

/** The hashtags of a text, with their signs, in the order they stand. */
export function listHashtags(text: string): string[] {
  return findHashtags(text).map(({ tag }) => tag)
}

/** What must never be cut, re-cased or searched for words: links, addresses, handles and hashtags, in their order. */
export function protectedSpans(text: string): Span[] {
  const named = [EMAIL, HANDLE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
  const hashtags = findHashtags(text).map(({ tag, start }) => ({ start, end: start + tag.length }))
  return [...findLinks(text), ...named, ...hashtags].toSorted((a, b) => a.start - b.start)
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
  const beyond = findHashtags(text).slice(keep).toReversed()
  return beyond.reduce((limited, { start }) => limited.slice(0, start) + limited.slice(start + 1), text)
}
