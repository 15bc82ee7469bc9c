import type { Attempt } from '#jobs/worker.ts'
import { StaleAttemptError } from '#jobs/worker.ts'
import { ModelError } from '#models/port.ts'
import type { ModelFailure } from '#models/port.ts'
import type { Logger } from '#shared/logger.ts'

/** What is done about an attempt that failed. */
export type FailureDecision =
  /** The queue tries again, with its own waits. */
  | { readonly kind: 'retry' }
  /** It is tried again when the model says that it may be asked. */
  | { readonly kind: 'postpone'; readonly seconds: number }
  /** It ends here. */
  | { readonly kind: 'fail'; readonly message: string | undefined }

/** The longest wait that a model may ask for; one that asks for more is as good as down. */
const LONGEST_WAIT_SECONDS = 900

/** Why a model failed, in words for the caller. */
export type FailureMessages = Readonly<Record<ModelFailure, string>>

/** Trying again changes nothing about these. */
const FINAL: ReadonlySet<ModelFailure> = new Set(['refused', 'misconfigured', 'no_such_model', 'no_credit', 'too_long'])

type FailedAttempt = Pick<Attempt<object>, 'isLast' | 'signal'>

/** Decides what is done about an error of an attempt. */
export function decideOnFailure(
  error: unknown,
  { isLast, signal }: FailedAttempt,
  messages: FailureMessages,
): FailureDecision {
  if (isInterrupted(error, signal)) return { kind: 'retry' }
  if (!(error instanceof ModelError)) return isLast ? { kind: 'fail', message: undefined } : { kind: 'retry' }
  if (isLast || FINAL.has(error.failure)) return { kind: 'fail', message: messages[error.failure] }
  const seconds = error.retryAfterSeconds
  if (seconds === undefined) return { kind: 'retry' }
  return { kind: 'postpone', seconds: Math.min(seconds, LONGEST_WAIT_SECONDS) }
}

/** The job was given to another, or the server stops: nothing failed, and the queue retries. */
export function isInterrupted(error: unknown, signal: AbortSignal): boolean {
  return error instanceof StaleAttemptError || signal.aborted
}

interface LimitOptions {
  readonly error: unknown
  /** The number of the attempt that failed, from 1. */
  readonly number: number
  readonly secondsLeft: number
  readonly messages: FailureMessages
}

/** The longest wait of our own between two attempts. */
const LONGEST_BACKOFF_SECONDS = 30

/** The same decision for a run whose time is limited: what would be tried again too late fails now, and says why. */
export function limitDecision(
  decision: FailureDecision,
  { error, number, secondsLeft, messages }: LimitOptions,
): FailureDecision {
  if (decision.kind === 'fail' || !(error instanceof ModelError)) return decision
  const seconds = decision.kind === 'postpone' ? decision.seconds : Math.min(2 ** (number - 1), LONGEST_BACKOFF_SECONDS)
  return seconds < secondsLeft ? { kind: 'postpone', seconds } : { kind: 'fail', message: messages[error.failure] }
}

/** Logs a failed attempt. What a model refuses is no error of the server: the caller asked for it. */
export function logFailure(
  logger: Logger,
  line: { readonly err: unknown; readonly [field: string]: unknown },
  message: string,
): void {
  const isRefusal = line.err instanceof ModelError && line.err.failure === 'refused'
  logger[isRefusal ? 'info' : 'error'](line, message)
}
