import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * A process of our own that is to handle hostile input: it may read files and, where asked for, load native code and
 * write to one directory, and nothing else that Node can forbid. It says `{ type: 'ready' }` once its code is loaded, then answers with one message.
 */
export interface ChildProgram {
  readonly entry: URL
  readonly arguments?: readonly string[]
  /** Of its heap, in MB: beyond it the process is ended, and nothing else. */
  readonly maxHeapMb: number
  /** @default false */
  readonly loadsNativeCode?: boolean
  /** A directory that it may write to. @default none */
  readonly writesTo?: string
  /** Written to its standard input once it is ready. @default nothing */
  readonly input?: Uint8Array
  /** For it to get ready. Milliseconds. @default none of its own: `timeoutMs` counts from the start */
  readonly startTimeoutMs?: number
  /** For its answer, from when it is ready. Milliseconds. */
  readonly timeoutMs: number
  /** Ends it, its reason thrown. */
  readonly signal: AbortSignal | undefined
}

/**
 * Why a child gave no answer.
 *
 * - `not_started`: it never got ready, which is no fault of its input's.
 * - `died`: it ended by itself, with whatever it wrote to standard error last.
 * - `too_long`: its time is over.
 */
export type ChildFailure = 'not_started' | 'died' | 'too_long'

/** A child gave no answer. The message is for the log. */
export class ChildError extends Error {
  override readonly name = 'ChildError'
  readonly failure: ChildFailure

  constructor(failure: ChildFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.failure = failure
  }
}

/**
 * Runs a child for one input: a crash, or all memory eaten, ends that process, never this one, and nothing of one input is
 * there when the next one is handled. It is killed when this returns.
 *
 * @returns its answer, to be believed no more than its input
 * @throws ChildError, or the signal's reason
 */
export async function runChild(program: ChildProgram): Promise<unknown> {
  const { signal, startTimeoutMs, timeoutMs } = program
  signal?.throwIfAborted()
  const outcome = Promise.withResolvers<unknown>()
  const child = start(program)
  let isReady = false
  const limit = (failure: ChildFailure, ms: number) =>
    setTimeout(() => outcome.reject(new ChildError(failure, `over ${ms} ms`)), ms)
  let timer = startTimeoutMs === undefined ? limit('too_long', timeoutMs) : limit('not_started', startTimeoutMs)
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-2000)
  })
  // It may die before it has read its input.
  child.stdin?.on('error', () => {})
  child.on('message', (message) => {
    if (isReady || !isReadiness(message)) return outcome.resolve(message)
    isReady = true
    if (startTimeoutMs !== undefined) {
      clearTimeout(timer)
      timer = limit('too_long', timeoutMs)
    }
    child.stdin?.end(program.input)
  })
  child.on('error', (cause) => outcome.reject(new ChildError('not_started', 'no process could be started', { cause })))
  child.on('close', (code, killedBy) =>
    outcome.reject(new ChildError(isReady ? 'died' : 'not_started', `exit ${code ?? killedBy}: ${stderr}`)),
  )
  const onAbort = () => outcome.reject(signal?.reason)
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    return await outcome.promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
    child.kill('SIGKILL')
  }
}

function start({ entry, arguments: args = [], maxHeapMb, loadsNativeCode = false, writesTo }: ChildProgram) {
  const execArgv = [
    `--max-old-space-size=${maxHeapMb}`,
    '--permission',
    '--allow-fs-read=*',
    ...(loadsNativeCode ? ['--allow-addons'] : []),
    ...(writesTo === undefined ? [] : [`--allow-fs-write=${writesTo}`]),
  ]
  // No environment: it holds the server's secrets.
  return fork(fileURLToPath(entry), args, { env: {}, execArgv, stdio: ['pipe', 'ignore', 'pipe', 'ipc'] })
}

function isReadiness(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready'
}
