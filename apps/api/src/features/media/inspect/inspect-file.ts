import { limitParallel } from '#shared/limit-parallel.ts'
import type { InspectedMedia } from './media-facts.ts'
import { inspectInChild } from './inspect-in-child.ts'

export interface InspectorOptions {
  /** Milliseconds that one file may take, once its turn has come and its process is ready. @default 30_000 */
  readonly timeoutMs?: number
  /** Files looked at at the same time; the others wait. Each may take a few hundred MB. @default 2 */
  readonly maxParallel?: number
}

/**
 * Says what a file truly is, by its bytes: decoded in a process that may be killed, so that no file can stall or end
 * the server. Takes about a quarter of a second.
 *
 * @throws UnsupportedMediaError when it is not a whole picture or video of a format we take
 * @throws InspectionFailedError when we could not look, or not in time: worth a retry
 * @throws the signal's reason when aborted; the process is killed
 */
export type InspectFile = (path: string, options?: { readonly signal?: AbortSignal }) => Promise<InspectedMedia>

export function createInspectFile(options: InspectorOptions = {}): InspectFile {
  const { timeoutMs = 30_000, maxParallel = 2 } = options
  const inTurn = limitParallel(maxParallel)
  return (path, { signal } = {}) => inTurn(() => inspectInChild(path, { timeoutMs, signal }), signal)
}
