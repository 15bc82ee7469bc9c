import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { Writable } from 'node:stream'

/** Asks for a secret on the terminal, where it is not shown; reads standard input where that is no terminal. */
export async function readSecret(question: string, signal: AbortSignal): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).trim()
  process.stderr.write(question)
  // What is typed is echoed to the output that it is given: this one shows nothing.
  const silent = new Writable({ write: (_piece, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  const interrupted = new AbortController()
  lines.on('SIGINT', () => interrupted.abort())
  try {
    return (await lines.question('', { signal: AbortSignal.any([signal, interrupted.signal]) })).trim()
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
