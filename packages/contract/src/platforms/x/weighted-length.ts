import { findUrls } from './find-urls.ts'
import { X_EMOJI_PATTERN } from './lists.ts'

// twitter-text configuration v3: https://docs.x.com/resources/fundamentals/counting-characters
const URL_WEIGHT = 23
const EMOJI_WEIGHT = 2
const SINGLE_WIDTH_RANGES = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
] as const

let pattern: RegExp | undefined
const emojiPattern = () => (pattern ??= new RegExp(X_EMOJI_PATTERN.replaceAll('\n', ''), 'g'))

/** How long a text is on X: a link 23, an emoji 2 however many code points it has, other characters 1 or 2. */
export function measureWeightedLength(text: string): number {
  const counted = text.normalize('NFC')
  const urls = toEnds(findUrls(counted))
  const emoji = toEnds(
    Array.from(counted.matchAll(emojiPattern()), ({ 0: sign, index }) => ({ start: index, end: index + sign.length })),
  )
  let weight = 0
  for (let at = 0; at < counted.length;) {
    const urlEnd = urls.get(at)
    const end = urlEnd ?? emoji.get(at)
    weight += urlEnd !== undefined ? URL_WEIGHT : end !== undefined ? EMOJI_WEIGHT : weightAt(counted, at)
    at = end ?? at + lengthAt(counted, at)
  }
  return weight
}

function toEnds(spans: readonly { start: number; end: number }[]): ReadonlyMap<number, number> {
  return new Map(spans.map(({ start, end }) => [start, end]))
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function weightAt(text: string, at: number): number {
  const codePoint = text.codePointAt(at) ?? 0
  return SINGLE_WIDTH_RANGES.some(([first, last]) => codePoint >= first && codePoint <= last) ? 1 : 2
}
