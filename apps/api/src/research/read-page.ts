import type { GuardedFetch } from '#outbound/index.ts'
import { essenceOf } from './page/decode-text.ts'
import { PageError } from './page/errors.ts'
import { extractInChild } from './page/extract-in-child.ts'

import type { ResearchNote } from './port.ts'
import { limitParallel } from '#shared/limit-parallel.ts'

export interface PageReaderOptions {
  /** Fetches the pages; its own bounds hold. More than 2 MB are not read, whatever it allows. */
  readonly fetch: GuardedFetch
  /** Of a page's text, in UTF-16 units; the rest is cut off after a sentence. @default 6,000 */
  readonly maxChars?: number
  /** For making text of a page that is fetched. Milliseconds. @default 2,000 */
  readonly timeoutMs?: number
  /** Processes at a time, each up to 350 MB over a hostile page; further pages wait. @default 2 */
  readonly maxProcesses?: number
}

/**
 * Reads one page.
 *
 * @returns its text, under the address that was asked for
 * @throws OutboundError, PageError, or the signal's reason
 */
export type ReadPage = (url: string, options: { readonly signal: AbortSignal }) => Promise<ResearchNote>

const DEFAULT_MAX_CHARS = 6000
const DEFAULT_TIMEOUT_MS = 2000
const DEFAULT_MAX_PROCESSES = 2

const MAX_BYTES = 2_000_000

const READABLE_TYPES: ReadonlySet<string | undefined> = new Set(['text/html', 'text/plain'])

/** Makes a reader of foreign pages. One is enough for a process: its bound on processes is its own. */
export function createPageReader(options: PageReaderOptions): ReadPage {
  const { fetch, maxChars = DEFAULT_MAX_CHARS, timeoutMs = DEFAULT_TIMEOUT_MS } = options
  const inTurn = limitParallel(options.maxProcesses ?? DEFAULT_MAX_PROCESSES)
  return async (url, { signal }) => {
    const answer = await fetch(url, { signal, redirect: 'follow', accept: 'text/html, text/plain;q=0.9' })
    if (answer.status < 200 || answer.status > 299) throw new PageError('no_page', `answers with ${answer.status}`)
    const contentType = answer.contentType ?? ''
    if (!READABLE_TYPES.has(essenceOf(contentType))) throw new PageError('not_text', 'is not HTML or plain text')
    if (answer.body.length > MAX_BYTES) throw new PageError('unreadable', `holds more than ${MAX_BYTES} bytes`)
    const page = { bytes: answer.body, contentType, maxChars }
    const { title, text } = await inTurn(() => extractInChild(page, { timeoutMs, signal }), signal)
    if (text === '') throw new PageError('no_page', 'holds no text')
    return { url, ...(title !== undefined && { title }), text }
  }
}
