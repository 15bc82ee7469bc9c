import { X_TOP_LEVEL_DOMAINS } from './lists.ts'

const LONGEST = 18

const GOES_ON = /[0-9a-zA-Z@+-]/
const PUNYCODE = /xn--[-0-9a-z]+/iy

/** Where the top-level domain ends that begins at a place; -1 where none does. */
export function findTopLevelDomainEnd(text: string, start: number): number {
  const dot = text.slice(start, start + LONGEST).indexOf('.')
  for (let end = Math.min(text.length, start + (dot < 0 ? LONGEST : dot)); end > start; end--) {
    if (!GOES_ON.test(text.charAt(end)) && X_TOP_LEVEL_DOMAINS.has(text.slice(start, end).toLowerCase())) return end
  }
  PUNYCODE.lastIndex = start
  return PUNYCODE.test(text) ? PUNYCODE.lastIndex : -1
}
