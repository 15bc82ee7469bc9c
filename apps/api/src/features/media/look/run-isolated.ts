import { execFile } from 'node:child_process'

interface IsolatedProgram {
  readonly command: string
  readonly arguments: readonly string[]
  /** Written to its standard input. @default nothing */
  readonly input?: Uint8Array
  readonly signal: AbortSignal
}

/** Milliseconds that one picture may take. */
const TIMEOUT_MS = 20_000
/** Bytes of the largest picture that may come of it. */
const MAX_BYTES = 8 * 1024 * 1024

/**
 * Runs a program that makes a picture out of a caller's file, in a process of its own and without the server's environment,
 * which holds its secrets. A file that makes it hang or crash ends that process only.
 */
export function runIsolated({ command, arguments: args, input, signal }: IsolatedProgram): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { stdin } = execFile(
      command,
      args,
      { encoding: 'buffer', env: {}, timeout: TIMEOUT_MS, killSignal: 'SIGKILL', maxBuffer: MAX_BYTES, signal },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    )
    // It may end before it has read its input.
    stdin?.on('error', () => {})
    stdin?.end(input)
  })
}
