import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { compileCache } from './compile-cache.ts'

const MAIN = fileURLToPath(new URL('../../../../packages/cli/src/main.ts', import.meta.url))

/** What a run of the command line came to. */
export interface CliRun {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** What it wrote to standard output, as JSON. */
  json<T = Record<string, unknown>>(): T
  /** What it wrote to standard error, as JSON. */
  failure(): { code: string; message: string; hint: string; exit_code: number }
}

interface CliOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** @default the temporary directory */
  readonly cwd?: string
  /** What it reads from standard input. @default nothing */
  readonly input?: string | Uint8Array
  /** Told of the process when it has begun. */
  readonly onStart?: (process: { kill(signal: NodeJS.Signals): void }) => void
}

/** Runs the command line as a person would: in a process of its own, with nothing of this one's environment. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: options.cwd ?? tmpdir(),
    env: { PATH: process.env['PATH'], ...compileCache, ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // A program that ends without having read it all is no mistake of the test.
  child.stdin.on('error', () => {})
  child.stdin.end(options.input)
  options.onStart?.(child)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [exitCode] = (await once(child, 'close')) as [number | null]
  return {
    exitCode,
    stdout,
    stderr,
    json: () => JSON.parse(stdout),
    failure: () => (JSON.parse(stderr) as { error: ReturnType<CliRun['failure']> }).error,
  }
}
