import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TOOLS = fileURLToPath(new URL('../../../../tools/openapi', import.meta.url))
const PRISM = join(TOOLS, 'node_modules/@stoplight/prism-cli/dist/index.js')

export interface ValidatingProxy {
  readonly url: string
  stop(): Promise<void>
}

/** Starts Prism on a free port: it passes requests on to a server, and refuses every request and every answer that its document does not allow. */
export async function startValidatingProxy(origin: string): Promise<ValidatingProxy> {
  const options = ['--errors', '--host', '127.0.0.1', '--port', '0']
  const child = spawn(process.execPath, [PRISM, 'proxy', `${origin}/openapi.json`, origin, ...options], {
    env: { PATH: process.env['PATH'], DO_NOT_TRACK: '1', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'close')
  const ended = exited.then(() => 'ended' as const)
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  let url: string | undefined
  while ((url = /listening on (http:\/\/[\d.:]+)/.exec(output)?.[1]) === undefined) {
    if ((await Promise.race([once(child.stdout, 'data'), ended])) === 'ended')
      throw new Error(`Prism ended:\n${output}`)
  }
  return {
    url,
    async stop() {
      child.kill()
      await exited
    },
  }
}
