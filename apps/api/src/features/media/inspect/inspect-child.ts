/** The inspecting process: looks at the one file named by its argument, sends its parent what it is, and ends. */

import type { ChildMessage } from './child-messages.ts'
import { InspectionFailedError, UnsupportedMediaError } from './errors.ts'
import { inspectMedia } from './inspect-media.ts'
import type { InspectedMedia } from './media-facts.ts'

// A parent that was killed leaves no inspection behind.
process.on('disconnect', () => process.exit())

const path = process.argv[2] ?? ''
let ready = false

try {
  const media = await inspectMedia(path, () => {
    ready = true
    send({ type: 'ready' })
  })
  send({ type: 'inspected', media: toMessage(media) })
} catch (error) {
  send(describe(error))
}

function send(message: ChildMessage | { readonly type: 'ready' }): void {
  const isLast = message.type !== 'ready'
  process.send?.(message, () => {
    if (isLast) process.disconnect()
  })
}

function toMessage(media: InspectedMedia) {
  if (media.kind !== 'image' || !media.replacement) return { ...media, replacement: undefined }
  return { ...media, replacement: Buffer.from(media.replacement).toString('base64') }
}

function describe(error: unknown): ChildMessage {
  const detail = error instanceof Error ? `${error.message}: ${String(error.cause)}` : String(error)
  if (error instanceof UnsupportedMediaError) {
    return { type: 'unsupported', publicMessage: error.publicMessage, detail }
  }
  // A library that trips over a file says so in errors of its own.
  return ready && !(error instanceof InspectionFailedError)
    ? { type: 'unsupported', publicMessage: 'The file is damaged.', detail }
    : { type: 'failed', detail }
}
