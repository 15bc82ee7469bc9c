import { X_TOP_LEVEL_DOMAINS } from './lists.ts'

const LONGEST = 18

let names: ReadonlySet<string> | undefined
const topLevelDomains = () => (names ??= new Set(X_TOP_LEVEL_DOMAINS.trim().split(/\s/)))

const GOES_ON = /[0-9a-zA-Z@+-]/
const PUNYCODE = /xn--[-0-9a-z]+/iy

/** Where the top-level domain ends that begins at a place; -1 where none does. */
export function findTopLevelDomainEnd(text: string, start: number): number {
  const rest = text.slice(start, start + LONGEST + 1)
  const dot = rest.indexOf('.')
  for (let length = Math.min(rest.length, dot < 0 ? LONGEST : dot); length > 0; length--) {
    if (!GOES_ON.test(rest.charAt(length)) && topLevelDomains().has(rest.slice(0, length).toLowerCase())) {
      return start + length
    }
  }
  if (!rest.startsWith('x') && !rest.startsWith('X')) return -1
  PUNYCODE.lastIndex = start
  return PUNYCODE.test(text) ? PUNYCODE.lastIndex : -1
}
