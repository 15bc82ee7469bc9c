import { findUrls } from '@powerpost/contract'
import type { Span } from './span.ts'
import { cutOut } from './span.ts'

const WITH_PROTOCOL = /(?<![@\w$#.-])https?:\/\/[^\s<>"\u3000-\u303f\uff00-\uffef]+/giu
const HAS_HOST = /^https?:\/\/[^/?#]*\.[\p{L}\p{N}]/iu
const TRAILING = /[.,:;!?'")\]}…*_]/u

/** Endings that people write without a protocol and mean as an address. Others end file names and sentences, too. */
const FAMILIAR_ENDINGS = new Set(
  `com org net edu gov mil int info biz name pro app dev page shop store blog online site website tech xyz club news live
  media studio design agency digital cloud email events academy world today life space social video photography
  co tv io ai gg`.split(/\s+/),
)

/** Reading `notes.md` as a link would take words out of a text. X does so: what counts there is `findUrls`. */
export function findLinks(text: string): Span[] {
  const links = Array.from(text.matchAll(WITH_PROTOCOL), ({ 0: found, index }) => ({
    start: index,
    end: index + lengthWithoutTrail(found),
  })).filter(({ start, end }) => HAS_HOST.test(text.slice(start, end)))
  let next = 0
  const bare = findUrls(text).filter(({ start, end }) => {
    while ((links[next]?.end ?? Infinity) <= start) next += 1
    return end <= (links[next]?.start ?? Infinity) && isMeant(text.slice(start, end))
  })
  return [...links, ...bare].toSorted((a, b) => a.start - b.start)
}

/** The text without its links, nor the brackets that held nothing else. */
export function withoutLinks(text: string): string {
  return cutOut(
    text,
    findLinks(text).map((link) => withBrackets(text, link)),
  )
}

/** A link does not end in the full stop behind it, nor in a bracket that was opened before it. */
function lengthWithoutTrail(link: string): number {
  let unclosed = count(link, '(') - count(link, ')')
  let length = link.length
  while (TRAILING.test(link.charAt(length - 1))) {
    if (link.charAt(length - 1) === ')') {
      if (unclosed >= 0) break
      unclosed += 1
    }
    length -= 1
  }
  return length
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

function isMeant(link: string): boolean {
  if (/^https?:\/\//iu.test(link)) return true
  const [host = '', ...behind] = link.split(/[/?#]/u)
  const labels = host.toLowerCase().split('.')
  return behind.length > 0 || labels.length > 2 || FAMILIAR_ENDINGS.has(labels.at(-1) ?? '')
}

const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>', '（': '）', '【': '】' }

function withBrackets(text: string, { start, end }: Span): Span {
  const closing = BRACKETS[text.charAt(start - 1)]
  return closing !== undefined && text.charAt(end) === closing
    ? withBrackets(text, { start: start - 1, end: end + 1 })
    : { start, end }
}
