import { LATIN_ACCENTS } from './characters.ts'

const LETTERS = String.raw`a-z\u0400-\u04FF0-9${LATIN_ACCENTS}`
const PATH = String.raw`[${LETTERS}!*';:=+,.$/%#\[\]\-\u2013_~@|&]`
const PATH_RUN = new RegExp(`${PATH}+`, 'iy')
const PATH_END = new RegExp(`[${LETTERS}+\\-=_#/]`, 'i')
/** One level of brackets in brackets, and none that are empty. */
const BRACKETS = new RegExp(String.raw`\((?:${PATH}+|${PATH}*\(${PATH}+\)${PATH}*)\)`, 'iy')
const PORT = /:[0-9]+/y
const QUERY = String.raw`\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/]`
const QUERY_RUN = new RegExp(QUERY, 'iy')
const TCO = new RegExp(String.raw`^https?:\/\/t\.co\/([a-z0-9]+)(?:${QUERY})?`, 'i')
const LONGEST_TCO_NAME = 40

/** What follows a domain: a port, a path, a query. */
export interface UrlTail {
  readonly end: number
  readonly hasPath: boolean
}

export function findUrlTail(text: string, domainEnd: number): UrlTail {
  const portEnd = endOf(PORT, text, domainEnd)
  const hasPath = text.charAt(portEnd) === '/'
  const pathEnd = hasPath ? findPathEnd(text, portEnd + 1) : portEnd
  return { end: endOf(QUERY_RUN, text, pathEnd), hasPath }
}

/** A path ends in a letter, a digit, a few signs, or with brackets that were closed. */
function findPathEnd(text: string, start: number): number {
  let end = start
  for (let at = start; ;) {
    const runEnd = endOf(PATH_RUN, text, at)
    for (let last = runEnd; last > at; last--) {
      if (!PATH_END.test(text.charAt(last - 1))) continue
      end = last
      break
    }
    at = endOf(BRACKETS, text, runEnd)
    if (at === runEnd) return end
    end = at
  }
}

/** How much of a link is one to X's own shortener, which takes nothing behind its names; -1 for a name that is none. */
export function findTcoEnd(url: string): number {
  const match = TCO.exec(url)
  if (!match) return url.length
  return (match[1]?.length ?? 0) > LONGEST_TCO_NAME ? -1 : match[0].length
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
