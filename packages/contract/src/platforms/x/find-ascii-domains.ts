import { LATIN_ACCENTS } from './characters.ts'
import { findTopLevelDomainEnd } from './top-level-domains.ts'

const DOTTED = new RegExp(String.raw`(?:[-a-z0-9${LATIN_ACCENTS}]+\.)+`, 'gi')

interface Span {
  readonly start: number
  readonly end: number
}

/** The domains in Latin letters that a domain holds: only these become links where there is no protocol. */
export function findAsciiDomains(domain: string): Span[] {
  const spans: Span[] = []
  DOTTED.lastIndex = 0
  for (let match = DOTTED.exec(domain); match; match = DOTTED.exec(domain)) {
    const end = findEnd(domain, match.index, DOTTED.lastIndex)
    if (end < 0) continue
    spans.push({ start: match.index, end })
    DOTTED.lastIndex = end
  }
  return spans
}

/** Behind the last dot that a top-level domain follows. */
function findEnd(domain: string, start: number, dotted: number): number {
  for (let behindDot = dotted; behindDot > start; behindDot--) {
    if (domain.charAt(behindDot - 1) !== '.') continue
    const end = findTopLevelDomainEnd(domain, behindDot)
    if (end >= 0) return end
  }
  return -1
}
