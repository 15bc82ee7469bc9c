import type { LengthUnit } from './limits.ts'

/** The length of a text in a platform's own way of counting. */
export function measureText(text: string, unit: LengthUnit): number {
  return MEASURES[unit](text)
}

const MEASURES = {
  utf16: (text) => text.length,
  utf8_bytes: (text) => new TextEncoder().encode(text).length,
  x_weighted: xWeightedLength,
} satisfies Record<LengthUnit, (text: string) => number>

// X's weighting, twitter-text configuration v3: https://docs.x.com/resources/fundamentals/counting-characters
const X_URL_LENGTH = 23
const X_EMOJI_LENGTH = 2
const X_SINGLE_WIDTH_RANGES = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
] as const

// What is drawn as an emoji: `©` is a letter of width 1, `©️` an emoji.
const EMOJI = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation})/v

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function xWeightedLength(text: string): number {
  let length = 0
  let end = 0
  for (const url of findUrls(text)) {
    length += weightOf(text.slice(end, url.start)) + X_URL_LENGTH
    end = url.end
  }
  return length + weightOf(text.slice(end))
}

function weightOf(text: string): number {
  let weight = 0
  // X counts the NFC form, and an emoji sequence once, however many code points it is made of.
  for (const { segment } of graphemes.segment(text.normalize('NFC'))) {
    if (EMOJI.test(segment)) weight += X_EMOJI_LENGTH
    else for (const character of segment) weight += isSingleWidth(character.codePointAt(0) ?? 0) ? 1 : 2
  }
  return weight
}

function isSingleWidth(codePoint: number): boolean {
  return X_SINGLE_WIDTH_RANGES.some(([first, last]) => codePoint >= first && codePoint <= last)
}

/** A stretch of a text that platforms turn into a link. */
export interface UrlSpan {
  readonly start: number
  readonly end: number
}

const WITH_PROTOCOL = String.raw`https?:\/\/[^\s<>"'\u3000-\u303f\uff00-\uffef]+`
const BARE_DOMAIN = String.raw`(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?:[/?#][^\s<>"'\u3000-\u303f\uff00-\uffef]*)?`
const URL_CANDIDATE = new RegExp(String.raw`(?<![@\w$#.-])(?:${WITH_PROTOCOL}|${BARE_DOMAIN})(?![@\w])`, 'giu')
const TRAILING_PUNCTUATION = /[.,:;!?'")\]}…]+$/u

// A bare name is a link only where its ending is a top-level domain; those that people write without a protocol.
// "node.js" must not count 23. Of two-letter endings X links `.co` and `.tv` alone, others only with a path behind.
const BARE_ENDINGS = new Set(
  `com org net edu gov mil int info biz name pro app dev page shop store blog online site website tech xyz club news live
  media studio design agency digital cloud email events academy world today life space social video photography
  co tv`.split(/\s+/),
)

/** Where the links of a text stand, as X's own counting sees them. */
export function findUrls(text: string): UrlSpan[] {
  const spans: UrlSpan[] = []
  for (const match of text.matchAll(URL_CANDIDATE)) {
    const url = match[0].replace(TRAILING_PUNCTUATION, '')
    if (!isLink(url)) continue
    spans.push({ start: match.index, end: match.index + url.length })
  }
  return spans
}

function isLink(url: string): boolean {
  if (/^https?:\/\//iu.test(url)) return /^https?:\/\/[^/?#]*\.\p{L}/iu.test(url)
  const [host = '', ...path] = url.split(/[/?#]/u)
  const labels = host.toLowerCase().split('.')
  const ending = labels.at(-1) ?? ''
  if (BARE_ENDINGS.has(ending)) return true
  return ending.length === 2 && (path.length > 0 || labels.length > 2)
}
