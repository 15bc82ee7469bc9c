import type { CaptionRules, TextLimit } from '@powerpost/contract'
import { CAPTION_RULES, findHashtags, findUrls, measureText } from '@powerpost/contract'
import { canStandIn, countCallToAction, splitAtCallToAction } from './call-to-action.ts'
import type { PlatformCaption } from './port.ts'

/**
 * Makes a caption keep its platform's rules, whatever a model wrote: the last resort, after a repair was asked for.
 *
 * It takes off hashtags beyond those allowed, puts a missing call to action in, and cuts at a sentence, else a clause,
 * else a word, never within a grapheme, a link or a hashtag; the call to action and as many hashtags as possible stay.
 * A caption that keeps the rules is left alone. One of which nothing is left comes back empty.
 */
export function fitCaption({ platform, caption }: PlatformCaption, ctaText?: string): PlatformCaption {
  const rules: CaptionRules = CAPTION_RULES[platform]
  const cta = ctaText !== undefined && canStandIn(ctaText, rules) ? ctaText : undefined
  if (platform !== 'youtube') return { platform, caption: fitText(caption, rules, cta) }
  return {
    platform,
    caption: {
      title: fitTitle(caption.title, rules),
      description: fitText(caption.description, rules, cta),
    },
  }
}

/** Puts look-alikes in place of the characters that a platform refuses; a call to action that it takes is not touched. */
export function replaceForbidden(text: string, { forbidden = [] }: Pick<CaptionRules, 'forbidden'>): string {
  if (!forbidden.some((character) => text.includes(character))) return text
  const drawn = text.replace(/<-/gu, '←').replace(/[-=]>/gu, '→')
  return forbidden.reduce((said, character) => said.replaceAll(character, LOOK_ALIKES[character] ?? ''), drawn).trim()
}

const LOOK_ALIKES: Readonly<Record<string, string>> = { '<': '‹', '>': '›' }

function fitTitle(title: string, rules: CaptionRules): string {
  const limit = rules.title
  const said = replaceForbidden(title, rules)
  return limit ? cutText(said, (text) => isWithin(text, limit)) : said
}

function fitText(raw: string, rules: CaptionRules, cta: string | undefined): string {
  const text = replaceForbidden(raw.trim(), rules)
  const allowed = Math.max(rules.hashtags.max, findHashtags(cta ?? '').length)
  const hasCta = cta === undefined || countCallToAction(text, cta) === 1
  if (hasCta && findHashtags(text).length <= allowed && isWithin(text, rules.text)) return text
  const { body, tags } = takeApart(text, cta, allowed - findHashtags(cta ?? '').length)
  for (let count = tags.length; ; count--) {
    const join = (words: string) => [words, cta ?? '', tags.slice(0, count).join(' ')].filter(Boolean).join('\n\n')
    const kept = cutText(body, (words) => isWithin(join(words), rules.text))
    // Hashtags go only where next to nothing would be left of the words.
    if (count === 0 || kept.length >= Math.min(body.length, LEAST_WORDS)) return join(kept)
  }
}

const LEAST_WORDS = 40

function isWithin(text: string, { max, unit }: Pick<TextLimit, 'max' | 'unit'>): boolean {
  return measureText(text, unit) <= max
}

/** The words without the call to action, and the hashtags behind them, together no more tags than `mostTags`. */
function takeApart(text: string, cta: string | undefined, mostTags: number): { body: string; tags: string[] } {
  const words = cta === undefined ? text : without(text, cta)
  const spans = findHashtags(words)
  let end = words.length
  let inWords = spans.length
  for (const { tag, start } of spans.toReversed()) {
    if (words.slice(start + tag.length, end).trim() !== '') break
    end = start
    inWords--
  }
  const signsBeyond = spans.slice(0, inWords).slice(mostTags).toReversed()
  const body = signsBeyond.reduce(
    (said, { start }) => said.slice(0, start) + said.slice(start + 1),
    words.slice(0, end).trim(),
  )
  const tags = [...new Set(spans.slice(inWords).map(({ tag }) => tag))]
  return {
    body: cta === undefined ? body : without(body, cta),
    tags: tags.slice(0, Math.max(0, mostTags - inWords)),
  }
}

function without(text: string, ctaText: string): string {
  let rest = text
  // Taking one out may join the halves of another.
  while (countCallToAction(rest, ctaText) > 0) {
    rest = splitAtCallToAction(rest, ctaText)
      .map((piece) => piece.trim())
      .filter(Boolean)
      .join('\n\n')
  }
  return rest.trim()
}

const CLAUSE_MARK = /[;:–—](?=\s)|,(?=\s)|[，、；：،؛]/gu
const ABBREVIATION = /(?<![\p{L}\p{N}])(?:dr|mr|mrs|ms|prof|st|vs|no|nr|ca|e\.g|i\.e|z\.b)\.\s*$/iu
const DANGLING = /[\s,;:–—，、；：،؛(«（「“'"-]+$/u
const ADDRESS = /\S+:\/\/\S+|(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]+|\S+@\S+\.\S+/gu

/** A cut that leaves less than this of what could be left is not made: a worse place is taken. */
const LEAST_KEPT = 0.5

/** The longest beginning of a text that fits and ends where it may. */
function cutText(text: string, fits: (candidate: string) => boolean): string {
  if (fits(text)) return text
  const spans = protectedSpans(text)
  const longestOf = (ends: readonly number[], close: (kept: string) => string) =>
    longestThat(fits, text, outside(spans, ends), close)
  const longest = longestOf(segmentEnds(text, 'grapheme'), (kept) => kept.trimEnd())
  const least = longest.length * LEAST_KEPT
  const sentenceEnds = segmentEnds(text, 'sentence').filter((end) => !ABBREVIATION.test(text.slice(end - 8, end)))
  const sentence = longestOf(sentenceEnds, (kept) => kept.trim())
  if (sentence.length >= least) return sentence
  const marks = Array.from(text.matchAll(CLAUSE_MARK), ({ index }) => index)
  const clause = longestOf(marks, (kept) => kept.replace(DANGLING, ''))
  if (clause.length >= least) return clause
  const spanEnds = new Set(spans.map(({ end }) => end))
  const word = longestOf(segmentEnds(text, 'word'), (kept) => {
    const words = kept.replace(DANGLING, '')
    return `${words}${spanEnds.has(words.length) ? ' ' : ''}…`
  })
  return word.length > 2 ? word : longest
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
function longestThat(
  fits: (candidate: string) => boolean,
  text: string,
  ends: readonly number[],
  close: (kept: string) => string,
): string {
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

interface Span {
  readonly start: number
  readonly end: number
}

/** Links, addresses, handles and hashtags, in the order they begin. */
function protectedSpans(text: string): Span[] {
  const hashtags = findHashtags(text).map(({ tag, start }) => ({ start, end: start + tag.length }))
  const addresses = Array.from(text.matchAll(ADDRESS), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  return [...findUrls(text), ...hashtags, ...addresses].toSorted((a, b) => a.start - b.start)
}
