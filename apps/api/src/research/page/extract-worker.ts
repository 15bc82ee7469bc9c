import { parentPort } from 'node:worker_threads'
import { extractText, UnreadablePageError } from './extract-text.ts'
import type { PageToRead, WorkerMessage } from './messages.ts'

const send = (message: WorkerMessage) => parentPort?.postMessage(message)

parentPort?.once('message', (page: PageToRead) => {
  try {
    send({ type: 'read', ...extractText(page) })
  } catch (error) {
    // Parsers throw whatever they like over broken pages; a full stack is among it.
    const detail = error instanceof UnreadablePageError ? error.message : String(error).slice(0, 200)
    send({ type: 'refused', detail })
  }
})
send({ type: 'ready' })
