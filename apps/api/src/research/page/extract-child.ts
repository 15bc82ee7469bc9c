/** The reading process: makes text of the one page on its standard input, tells its parent, and ends. */

import { buffer } from 'node:stream/consumers'
import { extractText, UnreadablePageError } from './extract-text.ts'
import type { ChildMessage } from './messages.ts'

// A parent that was killed leaves nothing behind.
process.on('disconnect', () => process.exit())

const [, , contentType = '', maxChars = '0'] = process.argv
send({ type: 'ready' })
const bytes = await buffer(process.stdin)
try {
  send({ type: 'read', ...extractText({ bytes, contentType, maxChars: Number(maxChars) }) })
} catch (error) {
  // Parsers throw whatever they like over broken pages; a full stack is among it.
  const detail = error instanceof UnreadablePageError ? error.message : String(error).slice(0, 200)
  send({ type: 'refused', detail })
}
process.disconnect()

function send(message: ChildMessage | { readonly type: 'ready' }): void {
  process.send?.(message)
}
