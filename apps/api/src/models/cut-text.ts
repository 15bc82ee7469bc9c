import type { Platform } from '@powerpost/contract'
import { findHashtags, findUrls } from '@powerpost/contract'

interface Span {
  readonly start: number
  readonly end: number
}

const CLAUSE_MARK = /[;:–—](?=\s)|,(?=\s)|[，、；：،؛]/gu
const ABBREVIATION = /(?<![\p{L}\p{N}])(?:dr|mr|mrs|ms|prof|st|vs|no|nr|ca|e\.g|i\.e|z\.b)\.\s*$/iu
const DANGLING = /[\s,;:–—，、；：،؛(«（「“'"-]/u

/** A cut that leaves less than this of what could be left is not made: a worse place is taken. */
const LEAST_KEPT = 0.5

type Fits = (candidate: string) => boolean

export interface CutOptions {
  readonly platform: Platform
  readonly fits: Fits
}

/** The longest beginning of a text that fits and ends where it may: not in a grapheme, a link, an address or a hashtag. */
export function cutText(whole: string, { platform, fits }: CutOptions): string {
  if (fits(whole)) return whole
  const limit = findTooLong(whole, fits)
  // With enough behind the limit that it is not taken for the end of a word or a link.
  const text = whole.slice(0, limit * 2)
  const spans = protectedSpans(text, platform)
  const longestOf = (ends: readonly number[], close: (kept: string) => string) =>
    longestThat(
      fits,
      text,
      outside(
        spans,
        ends.filter((end) => end <= limit),
      ),
      close,
    )
  const longest = longestOf(segmentEnds(text, 'grapheme'), (kept) => kept.trimEnd())
  const least = longest.length * LEAST_KEPT
  const sentenceEnds = segmentEnds(text, 'sentence').filter((end) => !ABBREVIATION.test(text.slice(end - 8, end)))
  const sentence = longestOf(sentenceEnds, (kept) => kept.trim())
  if (sentence.length >= least) return sentence
  const marks = Array.from(text.matchAll(CLAUSE_MARK), ({ index }) => index)
  const clause = longestOf(marks, withoutDangling)
  if (clause.length >= least) return clause
  const spanEnds = new Set(spans.map(({ end }) => end))
  const word = longestOf(segmentEnds(text, 'word'), (kept) => {
    const words = withoutDangling(kept)
    return `${words}${spanEnds.has(words.length) ? ' ' : ''}…`
  })
  return word.length > 2 ? word : longest
}

/** How much of a text is surely too much: what is far behind the cut is not read. */
function findTooLong(text: string, fits: Fits): number {
  let misses = 0
  for (let length = 256; length < text.length; length *= 2) {
    // A link that is cut in its domain counts more than the whole of it: one miss may be such a place.
    misses = fits(text.slice(0, length)) ? 0 : misses + 1
    if (misses === 2) return length
  }
  return text.length
}

function withoutDangling(text: string): string {
  let end = text.length
  while (end > 0 && DANGLING.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** The places that lie within no span. Both come in order, so one walk over them will do. */
function outside(spans: readonly Span[], places: readonly number[]): number[] {
  let next = 0
  let covered = 0
  return places.filter((place) => {
    for (let span = spans[next]; span && span.start < place; span = spans[++next]) covered = Math.max(covered, span.end)
    return place > 0 && covered <= place
  })
}

/** Beginnings only grow with their ends, so the longest one that fits is found by halving. */
function longestThat(fits: Fits, text: string, ends: readonly number[], close: (kept: string) => string): string {
  const at = (index: number) => close(text.slice(0, ends[index]))
  let low = -1
  let high = ends.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits(at(middle))) low = middle
    else high = middle
  }
  return low < 0 ? '' : at(low)
}

function segmentEnds(text: string, granularity: 'grapheme' | 'word' | 'sentence'): number[] {
  const segments = new Intl.Segmenter('und', { granularity }).segment(text)
  return Array.from(segments, ({ index, segment }) => index + segment.length)
}

const HANDLE = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]+/gu

/** Links, addresses, handles and hashtags, in the order they begin. */
function protectedSpans(text: string, platform: Platform): Span[] {
  const hashtags = findHashtags(text, platform).map(({ tag, start }) => ({ start, end: start + tag.length }))
  const addresses = Array.from(text.matchAll(/\S+/gu), ({ 0: token, index }) =>
    isAddress(token) ? [{ start: index, end: index + token.length }] : handlesIn(token, index),
  )
  return [...findUrls(text), ...hashtags, ...addresses.flat()].toSorted((a, b) => a.start - b.start)
}

function isAddress(token: string): boolean {
  const at = token.indexOf('@', 1)
  return token.indexOf('://', 1) > 0 || (at > 0 && /[^.]\.[^.]/u.test(token.slice(at + 1)))
}

function handlesIn(token: string, start: number): Span[] {
  return Array.from(token.matchAll(HANDLE), ({ 0: handle, index }) => ({
    start: start + index,
    end: start + index + handle.length,
  }))
}
