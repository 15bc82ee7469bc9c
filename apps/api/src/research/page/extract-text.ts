import { cleanLine, cleanText, cutAtSentence } from '../clean-text.ts'
import { decodeText, essenceOf } from './decode-text.ts'
import { measureDepth } from './html-depth.ts'
import { htmlToText } from './html-to-text.ts'
import type { PageToRead } from './messages.ts'

/** Browsers themselves stop at 512; pages that people read stay under 100. */
const MAX_DEPTH = 256

const MAX_TITLE_CHARS = 200

/** The page cannot be read, and the message says why, to the log. */
export class UnreadablePageError extends Error {
  override readonly name = 'UnreadablePageError'
}

/**
 * Reads the title and the text of a page. It may take very long, or all memory, over a page built for that: to be run
 * where it can be killed.
 *
 * @throws UnreadablePageError
 */
export function extractText(page: PageToRead): { readonly title?: string; readonly text: string } {
  const source = decodeText(page.bytes, page.contentType)
  // Text has none; pictures and archives under a text's type do.
  if (source.includes('\0')) throw new UnreadablePageError('binary content')
  const { title, text } = essenceOf(page.contentType) === 'text/html' ? readHtml(source) : { title: '', text: source }
  const cleanTitle = cleanLine(title, MAX_TITLE_CHARS)
  return {
    ...(cleanTitle !== '' && { title: cleanTitle }),
    text: cutAtSentence(cleanText(text), page.maxChars),
  }
}

function readHtml(html: string): { readonly title: string; readonly text: string } {
  if (measureDepth(html, MAX_DEPTH) >= MAX_DEPTH) throw new UnreadablePageError(`nested ${MAX_DEPTH} deep`)
  return htmlToText(html)
}
