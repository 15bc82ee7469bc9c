import { dirname } from 'node:path'
import { ModelError } from '#models/port.ts'
import { ChildError, runChild } from '#shared/run-child.ts'
import type { Script } from './motion/script.ts'

interface RenderOptions {
  /** The path of the file. */
  readonly output: string
  readonly signal: AbortSignal
}

const ENTRY = new URL('./child/motion-child.ts', import.meta.url)
const START_TIMEOUT_MS = 60_000
/** Ten seconds of video take ten to twenty on a core that is free. */
const TIMEOUT_MS = 5 * 60_000
const MAX_HEAP_MB = 512

/**
 * Renders a script in a process that may be killed.
 *
 * @throws ModelError, or the signal's reason
 */
export async function renderScript(script: Script, { output, signal }: RenderOptions): Promise<void> {
  const answer = await runChild({
    entry: ENTRY,
    arguments: [output],
    input: Buffer.from(JSON.stringify(script)),
    maxHeapMb: MAX_HEAP_MB,
    loadsNativeCode: true,
    writesTo: dirname(output),
    startTimeoutMs: START_TIMEOUT_MS,
    timeoutMs: TIMEOUT_MS,
    signal,
  }).catch((cause: unknown) => {
    if (!(cause instanceof ChildError)) throw cause
    throw new ModelError('down', 'The process that renders videos gave no answer.', { cause })
  })
  if (isMade(answer)) return
  throw new ModelError('misconfigured', 'The package node-av is not installed: there is nothing to encode videos with.')
}

function isMade(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 'made'
}
