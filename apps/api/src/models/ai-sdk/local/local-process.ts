import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { abortable } from '#shared/abortable.ts'
import type { LocalCommand, LocalFaultReason, LocalReport } from './protocol.ts'
import { reportSchema } from './protocol.ts'

export type LocalQuestion = Omit<Extract<LocalCommand, { type: 'ask' }>, 'type' | 'id'>
export type LocalAnswer = Omit<Extract<LocalReport, { type: 'done' }>, 'type' | 'id'>

export interface AskOptions {
  readonly signal: AbortSignal
  readonly onText: (text: string) => void
}

/** A process that runs one model, and answers one question at a time. */
export interface LocalProcess {
  /** When the model is loaded. Rejects with a `LocalProcessError` when it will not be. */
  readonly ready: Promise<{ readonly threads: number }>
  /**
   * Asks it once it is ready. It has stopped, or was killed, when this returns.
   *
   * @throws LocalProcessError, or the signal's reason
   */
  ask(question: LocalQuestion, options: AskOptions): Promise<LocalAnswer>
  isDead(): boolean
  kill(): void
}

export class LocalProcessError extends Error {
  override readonly name = 'LocalProcessError'
  readonly reason: LocalFaultReason | 'died'

  constructor(reason: LocalFaultReason | 'died', message: string) {
    super(message)
    this.reason = reason
  }
}

/** Of its heap, in MB. The model is outside of it. */
const MAX_HEAP_MB = 512
/** A model of several GB from a slow disk. */
const LOAD_TIMEOUT_MS = 180_000
/** It looks at a stop between two pieces of its work, of seconds each on a slow machine. */
const STOP_GRACE_MS = 5_000

/**
 * Starts the process: its crash, or all memory eaten, ends it and nothing else. It gets no environment, which holds the server's
 * secrets. Node's permissions cannot hold native code back, and the package starts a process of its own to try itself, so a model
 * is trusted like every program that the operator installs.
 */
export function startLocalProcess(
  args: readonly string[],
  { stopGraceMs = STOP_GRACE_MS }: { readonly stopGraceMs?: number | undefined } = {},
): LocalProcess {
  const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), args, {
    env: {},
    execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const ready = Promise.withResolvers<{ readonly threads: number }>()
  const death = Promise.withResolvers<never>()
  // Each is awaited by who asks; that nobody asks is no fault.
  for (const { promise } of [ready, death]) promise.catch(() => {})
  let isDead = false
  let listener: ((report: LocalReport) => void) | undefined
  let lastId = 0
  let stderr = ''

  const die = (reason: LocalProcessError['reason'], message: string) => {
    if (isDead) return
    isDead = true
    clearTimeout(loading)
    child.kill('SIGKILL')
    const error = new LocalProcessError(reason, message)
    ready.reject(error)
    death.reject(error)
  }
  const loading = setTimeout(() => die('no_model', `not loaded after ${LOAD_TIMEOUT_MS} ms`), LOAD_TIMEOUT_MS)
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-2000)
  })
  child.on('error', (cause) => die('cannot_run', String(cause)))
  child.on('close', (code, killedBy) => die('died', `exit ${code ?? killedBy}: ${stderr}`))
  child.on('message', (message) => {
    const report = reportSchema.parse(message)
    if (report.type === 'unusable') return die(report.reason, report.message)
    if (report.type !== 'ready') return listener?.(report)
    clearTimeout(loading)
    ready.resolve(report)
  })

  const send = (command: LocalCommand) => child.send(command, () => {})

  async function ask(question: LocalQuestion, { signal, onText }: AskOptions): Promise<LocalAnswer> {
    await abortable(signal, ready.promise)
    const id = (lastId += 1)
    const end = Promise.withResolvers<LocalAnswer>()
    listener = (report) => {
      if (!('id' in report) || report.id !== id) return
      if (report.type === 'text') onText(report.text)
      else if (report.type === 'done') end.resolve(report)
      else end.reject(new LocalProcessError(report.reason, report.message))
    }
    let grace: NodeJS.Timeout | undefined
    const onAbort = () => {
      send({ type: 'stop', id })
      grace = setTimeout(() => die('died', 'it did not stop'), stopGraceMs)
    }
    signal.addEventListener('abort', onAbort, { once: true })
    send({ type: 'ask', id, ...question })
    try {
      return await Promise.race([end.promise, death.promise])
    } finally {
      clearTimeout(grace)
      signal.removeEventListener('abort', onAbort)
      listener = undefined
      signal.throwIfAborted()
    }
  }

  // A process that waits keeps its server alive no longer than others do; one that works does.
  const hold = (isHeld: boolean) => {
    if (isHeld) {
      child.ref()
      child.channel?.ref()
    } else {
      child.unref()
      child.channel?.unref()
    }
  }
  return {
    ready: ready.promise,
    async ask(question, options) {
      hold(true)
      try {
        return await ask(question, options)
      } finally {
        hold(false)
      }
    },
    isDead: () => isDead,
    kill: () => die('died', 'ended'),
  }
}
