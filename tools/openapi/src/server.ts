import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Access } from './drive.ts'

const SERVER = join(fileURLToPath(new URL('../../..', import.meta.url)), 'apps/api/src/main.ts')

export interface RunningServer {
  readonly access: Access
  stop(): Promise<void>
}

const KEY = 'pp_live_sk_toolsonlytoolsonly00'
const WORKSPACE = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'

/** The real server, in a process and a data directory of its own. */
export async function startServer(): Promise<RunningServer> {
  const directory = await mkdtemp(join(tmpdir(), 'powerpost-openapi-'))
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [SERVER], {
    cwd: directory,
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      POWERPOST_DATA_DIR: join(directory, 'data'),
      POWERPOST_BOOTSTRAP_API_KEY: KEY,
      POWERPOST_BOOTSTRAP_WORKSPACE_ID: WORKSPACE,
      POWERPOST_INITIAL_CREDITS: '100000',
      POWERPOST_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  while (!(await isReady(url))) {
    if (server.exitCode !== null) throw new Error(`The server ended:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    access: { url, apiKey: KEY, workspaceId: WORKSPACE },
    async stop() {
      const exited = once(server, 'exit')
      server.kill('SIGTERM')
      await exited
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}
