/** A time limit on work that its caller may also stop. */
export interface Deadline {
  /** Aborted when the time is over, or when the caller stops. */
  readonly signal: AbortSignal
  /** Whether the time ran out before the caller stopped. */
  isOver(): boolean
  /** Ends the limit; the work is done. */
  clear(): void
}

/** @param ms milliseconds from now */
export function startDeadline(caller: AbortSignal, ms: number): Deadline {
  const controller = new AbortController()
  let over = false
  const timer = setTimeout(() => {
    over = true
    controller.abort(new Error('the time is over'))
  }, ms)
  const onAbort = () => controller.abort(caller.reason)
  if (caller.aborted) onAbort()
  caller.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    isOver: () => over && !caller.aborted,
    clear() {
      clearTimeout(timer)
      caller.removeEventListener('abort', onAbort)
    },
  }
}
