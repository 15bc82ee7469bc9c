import type { Platform } from '@powerpost/contract'
import { findHashtags } from '@powerpost/contract'
import { findLinks } from './find-links.ts'
import type { Span } from './span.ts'
import { replaceSpans } from './span.ts'

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const HANDLE = /(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu

/** The hashtags of a text, with their signs, in the order they stand. */
export function listHashtags(text: string, platform?: Platform): string[] {
  return findHashtags(text, platform).map(({ tag }) => tag)
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
  return replaceSpans(text, protectedSpans(text), (span) => '\u0000'.repeat(span.length))
}

/** Takes the `#` off the hashtags beyond the first `keep`, so that the words stay where a platform allows few tags. */
export function limitHashtags(text: string, keep: number, platform?: Platform): string {
  const beyond = new Set(
    findHashtags(text, platform)
      .slice(keep)
      .map(({ start }) => start),
  )
  return text.replace(/[#＃]/gu, (sign, index: number) => (beyond.has(index) ? '' : sign))
}
