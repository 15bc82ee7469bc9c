import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type ChildMessage, childMessageSchema } from './child-messages.ts'
import { InspectionFailedError, UnsupportedMediaError } from './errors.ts'
import type { InspectedMedia } from './media-facts.ts'

const ENTRY = fileURLToPath(new URL('./inspect-child.ts', import.meta.url))

/** May read files and load sharp, and nothing else that Node can forbid; a heap of its own, bounded. MB. */
const NODE_ARGUMENTS = ['--max-old-space-size=256', '--permission', '--allow-addons', '--allow-fs-read=*']

/**
 * Inspects one file in a process of its own. A native decoder that crashes ends that process, never this one; nothing
 * of one caller's file is there when the next one's is read.
 *
 * @param options.timeoutMs milliseconds, from the start of the process
 * @throws UnsupportedMediaError, InspectionFailedError, or the signal's reason
 */
export async function runChild(
  path: string,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
): Promise<InspectedMedia> {
  const { timeoutMs, signal } = options
  signal?.throwIfAborted()
  const outcome = Promise.withResolvers<InspectedMedia>()
  // No environment: it holds the server's secrets.
  const child = fork(ENTRY, [path], { env: {}, execArgv: NODE_ARGUMENTS, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let ready = false
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-2000)
  })
  child.on('message', (message) => {
    const parsed = childMessageSchema.safeParse(message)
    if (!parsed.success) outcome.reject(new InspectionFailedError('the process answered nonsense'))
    else if (parsed.data.type === 'ready') ready = true
    else settle(parsed.data, outcome)
  })
  child.on('error', (cause) => outcome.reject(new InspectionFailedError('no process could be started', { cause })))
  child.on('close', (code, killedBy) => {
    const cause = new Error(`exit ${code ?? killedBy}: ${stderr}`)
    outcome.reject(
      ready
        ? new UnsupportedMediaError('The file cannot be decoded.', { cause })
        : new InspectionFailedError('the process ended before it began', { cause }),
    )
  })
  const onAbort = () => outcome.reject(signal?.reason)
  signal?.addEventListener('abort', onAbort, { once: true })
  const timer = setTimeout(
    () => outcome.reject(new UnsupportedMediaError('The file takes too long to read.')),
    timeoutMs,
  )
  try {
    return await outcome.promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
    child.kill('SIGKILL')
  }
}

function settle(
  message: Exclude<ChildMessage, { type: 'ready' }>,
  outcome: PromiseWithResolvers<InspectedMedia>,
): void {
  if (message.type === 'inspected') return outcome.resolve(message.media)
  const cause = new Error(message.detail)
  outcome.reject(
    message.type === 'unsupported'
      ? new UnsupportedMediaError(message.publicMessage, { cause })
      : new InspectionFailedError('the inspection could not be made', { cause }),
  )
}
