import { KNOWN_CASING } from '#reading/key-phrases/english-words.ts'
import type { KeyPhrase } from '#reading/key-phrases/index.ts'

const LONGEST_TAG = 30

/** The hashtag of a phrase in proper CamelCase, or undefined where no valid one can be made. */
export function toHashtag(words: readonly string[], isShouted: boolean): string | undefined {
  const parts = words.flatMap((word) => word.replace(/['’]/gu, '').split(/[^\p{L}\p{M}\p{N}_]+/u)).filter(Boolean)
  const isCased = parts.some((part) => /\p{Lu}|\p{Ll}/u.test(part))
  // Scripts without capitals need something between the words; without spaces of their own they need nothing.
  const joined = isCased
    ? parts.map((part) => camelPart(part, isShouted)).join('')
    : parts.join(/\p{Script=Arabic}|\p{Script=Devanagari}/u.test(parts.join('')) ? '_' : '')
  return /^[\p{L}\p{M}\p{N}_]+$/u.test(joined) && /\p{L}/u.test(joined) && joined.length <= LONGEST_TAG
    ? `#${joined}`
    : undefined
}

function camelPart(part: string, isShouted: boolean): string {
  const known = KNOWN_CASING.get(part.toLowerCase())
  // `us` and `it` are words first, and only in capitals the country or the trade.
  if (known && (known === part || part.length > 2 || known === 'AI' || known === 'UX' || known === 'UI')) return known
  if (/^v\d/u.test(part)) return part
  const lower = isShouted ? part.toLowerCase() : part
  const capital = lower.slice(0, 1).toUpperCase()
  if (/^\p{Ll}+\p{Lu}/u.test(lower) || capital.length !== 1) return lower
  return capital + lower.slice(1)
}

/** Hashtags of the best phrases, none a part of another and none that the caller already wrote. */
export function chooseHashtags(phrases: readonly KeyPhrase[], own: readonly string[], isShouted: boolean): string[] {
  const taken = own.map(bare)
  const chosen: string[] = []
  const used = new Set<string>()
  let singles = 0
  for (const { words } of phrases) {
    const tag = toHashtag(words, isShouted)
    if (!tag) continue
    const name = bare(tag)
    if (taken.some((other) => other.includes(name) || name.includes(other))) continue
    if (words.length === 1 && /^\p{Ll}+$/u.test(words[0] ?? '') && ++singles > 2) continue
    // Two tags around one word (`MacBook Pro`, `Pro review`) read as a stutter.
    if (words.some((word) => used.has(word.toLowerCase()))) continue
    for (const word of words) used.add(word.toLowerCase())
    taken.push(name)
    chosen.push(tag)
  }
  return chosen
}

function bare(tag: string): string {
  return tag.replace(/^[#＃]/u, '').toLowerCase()
}
