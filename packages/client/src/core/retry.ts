import type { APIError } from '../errors/api-error.ts'
import type { Runtime } from './runtime.ts'

const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 8000

/** A server's `Retry-After` is honoured up to this: a caller would rather be told than wait for an hour. */
const LONGEST_RETRY_AFTER_MS = 60_000

/**
 * Whether the same request may succeed when it is sent again: time-outs, limits, faults of the server, and a first
 * request of the same idempotency key that is still running. Every other conflict stays one.
 */
export function isRetryable({ status, code }: APIError): boolean {
  return status === 408 || status === 429 || status >= 500 || code === 'IDEMPOTENCY_IN_PROGRESS'
}

/**
 * How long to wait before the next attempt, in milliseconds: what the server asked for, else half a second, doubled with
 * every attempt up to eight seconds, of which a random quarter is taken away so that clients do not come back together.
 */
export function retryDelay(attempt: number, retryAfterSeconds: number | undefined, runtime: Runtime): number {
  if (retryAfterSeconds !== undefined) return Math.min(retryAfterSeconds * 1000, LONGEST_RETRY_AFTER_MS)
  return Math.min(FIRST_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS) * (1 - runtime.random() / 4)
}

/** The seconds that a `Retry-After` header names, by number or by date (RFC 9110, 10.2.3). */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (!header?.trim()) return undefined
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000)
}
