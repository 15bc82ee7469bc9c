import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { commandOf, TOOL_ENVIRONMENT } from './run-tool.ts'

export interface Prism {
  readonly url: string
  stop(): Promise<void>
}

/** Answers as the document says, by its examples; a request that the document does not allow by an error of it. */
export function startMock(document: string): Promise<Prism> {
  return startPrism('mock', document)
}

/** Passes requests on to a server. What the document does not allow, of requests and of answers, it answers with an error of its own. */
export function startProxy(document: string, upstream: string): Promise<Prism> {
  return startPrism('proxy', document, upstream, '--errors')
}

/** On a free port, which it says when it listens. */
async function startPrism(...args: readonly string[]): Promise<Prism> {
  const child = spawn(process.execPath, commandOf('prism', ...args, '--host', '127.0.0.1', '--port', '0'), {
    env: TOOL_ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'close')
  let output = ''
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = exited.then(() => 'ended' as const)
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  for (;;) {
    const url = /listening on (http:\/\/[\d.:]+)/.exec(output)?.[1]
    if (url !== undefined) {
      return {
        url,
        async stop() {
          child.kill()
          await exited
        },
      }
    }
    if ((await Promise.race([once(child.stdout, 'data'), ended])) === 'ended')
      throw new Error(`Prism ended:\n${output}`)
  }
}
