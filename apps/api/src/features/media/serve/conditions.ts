import type { IncomingHttpHeaders } from 'node:http'

/** What tells one version of a file from another. */
export interface Version {
  /** Strong, with its quotes. */
  readonly etag: string
  readonly lastModified: Date
}

/** What becomes of a request by its conditions, in the order of RFC 9110, 13.2.2: it is answered, it is not, or need not be. */
export type Judgement = 'answer' | 'precondition failed' | 'not modified'

export function judge(headers: IncomingHttpHeaders, version: Version): Judgement {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers
  if (match !== undefined) {
    if (!names(match, version, isSame)) return 'precondition failed'
  } else if (isAfter(version, headers['if-unmodified-since']) === true) return 'precondition failed'
  if (noneMatch !== undefined) return names(noneMatch, version, isSameWeakly) ? 'not modified' : 'answer'
  return isAfter(version, headers['if-modified-since']) === false ? 'not modified' : 'answer'
}

/** Whether a range may be answered: RFC 9110, 13.1.5. Else the file is another than the one that the caller has a part of. */
export function mayAnswerRange({ 'if-range': condition }: IncomingHttpHeaders, version: Version): boolean {
  if (typeof condition !== 'string') return true
  // A date must be precisely ours: one that we never said is none that the caller has from us.
  return condition.trim() === version.etag || Date.parse(condition) === inSeconds(version.lastModified)
}

function names(header: string, version: Version, is: (tag: string, version: Version) => boolean): boolean {
  if (header.trim() === '*') return true
  return (header.match(/(?:W\/)?"[^"]*"/g) ?? []).some((tag) => is(tag, version))
}

const isSame = (tag: string, { etag }: Version) => tag === etag
const isSameWeakly = (tag: string, { etag }: Version) => tag.replace(/^W\//, '') === etag

/** Whether it was changed after a time; undefined where the header is absent or no time. */
function isAfter({ lastModified }: Version, header: string | undefined): boolean | undefined {
  const time = header === undefined ? NaN : Date.parse(header)
  return Number.isNaN(time) ? undefined : inSeconds(lastModified) > time
}

/** Headers have whole seconds. */
function inSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000) * 1000
}
