import { ChildError, runChild } from '#shared/run-child.ts'
import { PageError } from './errors.ts'
import { childMessageSchema } from './messages.ts'
import type { PageToRead } from './messages.ts'

/** Two megabytes of HTML become some 100 MB of elements. */
const PROGRAM = { entry: new URL('./extract-child.ts', import.meta.url), maxHeapMb: 256 }

/** For a process to start and load its parser on a busy machine: no fault of the page's. Milliseconds. */
const START_TIMEOUT_MS = 15_000

/**
 * Reads one page in a process of its own, which is killed with whatever it was doing when its time is over: no page holds
 * up the server, or takes its memory.
 *
 * @param options.timeoutMs milliseconds, from when the process is ready
 * @throws PageError, or the signal's reason
 */
export async function extractInChild(
  { bytes, contentType, maxChars }: PageToRead,
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<{ readonly title?: string; readonly text: string }> {
  const answer = await runChild({
    ...PROGRAM,
    ...options,
    arguments: [contentType, String(maxChars)],
    input: bytes,
    startTimeoutMs: START_TIMEOUT_MS,
  }).catch((error: unknown) => {
    throw error instanceof ChildError ? explain(error) : error
  })
  const parsed = childMessageSchema.safeParse(answer)
  if (!parsed.success) throw unreadable(parsed.error)
  if (parsed.data.type === 'refused') throw unreadable(new Error(parsed.data.detail))
  const { title, text } = parsed.data
  return { ...(title !== undefined && { title }), text }
}

function explain(cause: ChildError): PageError {
  if (cause.failure === 'not_started') return new PageError('busy', 'could not be read now', { cause })
  return unreadable(cause)
}

function unreadable(cause: unknown): PageError {
  return new PageError('unreadable', 'returns a page that cannot be read', { cause })
}
