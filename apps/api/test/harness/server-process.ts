import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileCache } from './compile-cache.ts'
import { findFreePort } from './free-port.ts'
import type { TestDatabase } from './test-database.ts'
import { NO_RATE_LIMITS } from './test-server.ts'

/** A folder: see docs/decisions/0079-main-is-a-folder.md. */
const MAIN = join(fileURLToPath(new URL('../../src', import.meta.url)), 'main.ts')

/** The server as an operator starts it: a process of its own. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** What it wrote so far. */
  readonly stdout: () => string
  readonly stderr: () => string
  /** Resolves with its exit code, null when a signal ended it. */
  readonly exited: Promise<number | null>
  kill(signal: NodeJS.Signals): void
}

export interface ServerProcessOptions {
  readonly database: TestDatabase
  readonly environment?: Readonly<Record<string, string>>
  /** Started by a shell of this name that waits for it, as package runners do. */
  readonly runner?: string
}

/** Starts a server process and does not wait for it. */
export async function spawnServer({
  database,
  environment = {},
  runner,
}: ServerProcessOptions): Promise<ServerProcess> {
  const port = environment['PORT'] ?? String(await findFreePort())
  const [command, ...args] =
    runner === undefined ? [process.execPath, MAIN] : ['sh', '-c', `'${process.execPath}' '${MAIN}' & wait # ${runner}`]
  const child = spawn(command, args, {
    cwd: database.dataDirectory,
    env: {
      PATH: process.env['PATH'],
      ...compileCache,
      NODE_ENV: 'production',
      POWERPOST_DATA_DIR: database.dataDirectory,
      POWERPOST_ENCRYPTION_KEY: 'not a secret: for tests, 32 characters',
      ...(database.databaseUrl !== undefined && { DATABASE_URL: database.databaseUrl }),
      PORT: port,
      ...NO_RATE_LIMITS,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const exited = once(child, 'close').then(([code]: (number | null)[]) => code ?? null)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    exited,
    kill: (signal) => child.kill(signal),
  }
}

/** Starts a server process and waits until it is ready. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const server = await spawnServer(options)
  let ended = false
  void server.exited.then(() => (ended = true))
  while (!(await isReady(server.url))) {
    if (ended) throw new Error(`The server ended:\n${server.stderr()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return server
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}
