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
export function startDeadline(principal: AbortSignal, ms: number): Deadline {
  const controller = new AbortController()
  let over = false
  const timer = setTimeout(() => {
    over = true
    controller.abort(new Error('the time is over'))
  }, ms)
  const onAbort = () => controller.abort(principal.reason)
  if (principal.aborted) onAbort()
  principal.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    isOver: () => over && !principal.aborted,
    clear() {
      clearTimeout(timer)
      principal.removeEventListener('abort', onAbort)
    },
  }
}
