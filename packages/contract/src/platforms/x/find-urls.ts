import { BEFORE_NO_LINK, HOST, isName } from './characters.ts'
import { findAsciiDomains } from './find-ascii-domains.ts'
import type { Label } from './find-domain.ts'
import { findDomainEnd, readLabels } from './find-domain.ts'
import type { UrlTail } from './find-url-tail.ts'
import { findTcoEnd, findUrlTail } from './find-url-tail.ts'
import { isValidUrl } from './is-valid-url.ts'

/** A stretch of a text that becomes a link. */
export interface UrlSpan {
  readonly start: number
  readonly end: number
}

interface Candidate {
  readonly start: number
  /** The same as `start` where there is no protocol. */
  readonly domainStart: number
  readonly domainEnd: number
  readonly tail: UrlTail
}

/** A text is counted and its hashtags are found one after the other, and both ask for its links. */
let last: { readonly text: string; readonly urls: readonly UrlSpan[] } = { text: '', urls: [] }

/**
 * Where the links of a text stand: what twitter-text 3.1 finds, which X counts by, in one pass from the first character
 * to the last.
 *
 * @returns spans in UTF-16 code units, in the order of the text
 */
export function findUrls(text: string): readonly UrlSpan[] {
  if (last.text !== text) last = { text, urls: scan(text) }
  return last.urls
}

function scan(text: string): UrlSpan[] {
  if (!text.includes('.')) return []
  const urls: UrlSpan[] = []
  let free = 0
  let protocol: Protocol | undefined
  const take = (start: number, domainStart: number, domainEnd: number) => {
    const tail = findUrlTail(text, domainEnd)
    urls.push(...toSpans(text, { start, domainStart, domainEnd, tail }))
    free = tail.end
  }
  for (const { index: start, 0: run } of text.matchAll(HOST)) {
    const labels = run.includes('.') ? readLabels(text, start, run) : []
    if (protocol?.end === start && labels[0] && mayBegin(text, protocol.start, free)) {
      const domainEnd = findDomainEnd(text, labels[0], start)
      if (domainEnd >= 0) take(protocol.start, start, domainEnd)
    }
    for (const label of labels) {
      for (let at = findStart(text, label, free); at >= 0; at = findStart(text, label, free)) {
        take(at, at, findDomainEnd(text, label, at))
      }
    }
    protocol = findProtocol(text, start, run)
  }
  return urls
}

interface Protocol {
  readonly start: number
  readonly end: number
}

function findProtocol(text: string, start: number, run: string): Protocol | undefined {
  const end = start + run.length
  if (!text.startsWith('://', end)) return undefined
  const name = /https?$/i.exec(run.slice(-'https'.length))?.[0]
  return name === undefined ? undefined : { start: end - name.length, end: end + '://'.length }
}

/** The first place in a label where a link without a protocol begins; -1 where there is none. */
function findStart(text: string, label: Label, free: number): number {
  if (!label.goesOn || (label.endBehind < 0 && label.topLevelEnd < 0)) return -1
  const isStart = (at: number) =>
    mayBegin(text, at, free) && isName(text.charAt(at)) && (label.endBehind >= 0 || at > label.lastUnderscore)
  // twitter-text tries a first character as what stands before a link, and only then as the link's own.
  if (label.start === 0 && free === 0 && label.end > 1 && isStart(1)) return 1
  const first = label.endBehind >= 0 ? label.start : Math.max(label.start, label.lastUnderscore + 1)
  for (let at = Math.max(first, free); at < label.end; at++) if (isStart(at)) return at
  return -1
}

function mayBegin(text: string, at: number, free: number): boolean {
  return at === 0 || (at > free && !BEFORE_NO_LINK.test(text.charAt(at - 1)))
}

function toSpans(text: string, { start, domainStart, domainEnd, tail }: Candidate): UrlSpan[] {
  const url = text.slice(start, tail.end)
  const domain = text.slice(domainStart, domainEnd)
  if (!isValidUrl(url, domain, domainStart > start)) return []
  if (domainStart > start) {
    const end = start + findTcoEnd(url)
    return end < start ? [] : [{ start, end }]
  }
  if (/[-_./]/.test(text.charAt(start - 1))) return []
  const spans = findAsciiDomains(domain).map((span) => ({ start: start + span.start, end: start + span.end }))
  const last = spans.at(-1)
  // Its path is counted with it, and stands behind the domain as it is written.
  if (last && tail.hasPath) spans[spans.length - 1] = { ...last, end: last.end + tail.end - domainEnd }
  return spans
}
