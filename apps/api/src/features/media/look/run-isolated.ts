import { execFile } from 'node:child_process'

interface IsolatedProgram {
  readonly command: string
  readonly arguments: readonly string[]
  /** Written to its standard input. @default nothing */
  readonly input?: Uint8Array
  readonly signal: AbortSignal
  /** Milliseconds. @default a minute */
  readonly timeoutMs?: number
}

/** Milliseconds that one picture may take: a second where there is nothing else to do, many where there is. */
const TIMEOUT_MS = 60_000
/** Bytes of the largest picture that may come of it. */
const MAX_BYTES = 8 * 1024 * 1024

/** A program took too long. That may be its input's fault or a busy machine's: worth another try. */
export class IsolatedTimeoutError extends Error {
  override readonly name = 'IsolatedTimeoutError'
}

/**
 * Runs a program that makes a picture out of a caller's file, in a process of its own and without the server's environment,
 * which holds its secrets. A file that makes it hang or crash ends that process only.
 *
 * @throws IsolatedTimeoutError, the signal's reason, or what it ended by
 */
export function runIsolated({
  command,
  arguments: args,
  input,
  signal,
  timeoutMs = TIMEOUT_MS,
}: IsolatedProgram): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { stdin } = execFile(
      command,
      args,
      { encoding: 'buffer', env: {}, timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: MAX_BYTES, signal },
      (error, stdout) => {
        if (!error) return resolve(stdout)
        const isLate = error.killed === true && error.code === null && !signal.aborted
        reject(isLate ? new IsolatedTimeoutError(`over ${timeoutMs} ms`, { cause: error }) : error)
      },
    )
    // It may end before it has read its input.
    stdin?.on('error', () => {})
    stdin?.end(input)
  })
}
