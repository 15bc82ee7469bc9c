import { CallTimeoutError } from '../failures/faults.ts'

/** How long one call may take, in milliseconds. */
export interface CallTimeouts {
  /** The longest silence: before the first word, and between two. */
  readonly silenceMs: number
  /** The longest call, however much is said. */
  readonly totalMs: number
}

export interface CallDeadline {
  /** Aborted by the caller, or when time is up: its reason is then a `CallTimeoutError`. */
  readonly signal: AbortSignal
  /** Something was said: the silence begins anew. */
  extend(): void
  /** Stops the clocks and hangs up, if the call still runs. */
  end(): void
}

/** Watches over one call. `end` must be called. */
export function startCallDeadline(principal: AbortSignal, { silenceMs, totalMs }: CallTimeouts): CallDeadline {
  const controller = new AbortController()
  const giveUp = (what: string) => controller.abort(new CallTimeoutError(what))
  const startSilence = () => setTimeout(giveUp, silenceMs, `Nothing was said for ${silenceMs} ms`)
  let silence = startSilence()
  const total = setTimeout(giveUp, totalMs, `The call was not over after ${totalMs} ms`)
  return {
    signal: AbortSignal.any([principal, controller.signal]),
    extend() {
      clearTimeout(silence)
      silence = startSilence()
    },
    end() {
      clearTimeout(silence)
      clearTimeout(total)
      controller.abort()
    },
  }
}
