import type { UrlPolicy } from './check-url.ts'
import type { Resolve } from './resolve.ts'

export interface GuardedFetchOptions extends UrlPolicy {
  /**
   * Looks names up.
   *
   * @default the name servers alone; like the system when private addresses are allowed
   */
  readonly resolve?: Resolve
  /** For all of it: names, connections, redirects, bodies. Milliseconds. */
  readonly timeoutMs: number
  /**
   * For each silence: until connected, until the headers, between two pieces of the body. Milliseconds; above 1,000
   * it may be half a second late.
   *
   * @default 10,000, or `timeoutMs` where that is less
   */
  readonly idleTimeoutMs?: number
  /** Of a body, both as it is sent and when it is unpacked. */
  readonly maxBytes: number
  /**
   * What is done about a longer body: it is a failure, or no more of it is read.
   *
   * @default 'fail'
   */
  readonly longBody?: 'fail' | 'cut'
  /** Of an answer's headers together. @default 16,384 */
  readonly maxHeaderBytes?: number
  /** How many redirects may be followed. */
  readonly maxRedirects: number
  /** Says who we are, and where whoever runs the site can read about us. */
  readonly userAgent: string
}

export interface OutboundRequest {
  /** Stops it, its reason thrown. */
  readonly signal: AbortSignal
  /** @default GET */
  readonly method?: string
  /** Sent to the first address's origin only: they may hold a credential. */
  readonly headers?: Readonly<Record<string, string>>
  /** A stream is read once, and its length is in the headers: it does not go with redirects that are followed. */
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>
  /**
   * `follow` goes where the answer says, each hop checked like the first; only for GET and HEAD. `fail` takes a
   * redirect for a failure, `answer` for an answer like any other.
   */
  readonly redirect: 'follow' | 'fail' | 'answer'
  /** The `Accept` header, the same for every hop. @default any type */
  readonly accept?: string
}

/** How an answer begins. */
export interface OutboundHead {
  /** Any status: an error page is an answer. */
  readonly status: number
  /** Where the answer came from: after redirects, another than asked for. */
  readonly url: string
  /** By lower-case name; a repeated one's values joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  /** As the header has it. */
  readonly contentType: string | undefined
}

export interface OutboundAnswer extends OutboundHead {
  /** Unpacked, and whole; or its beginning, where it was to be cut. */
  readonly body: Uint8Array
}

/**
 * Fetches a foreign address: one that a caller, a search or a vendor's answer named. Nothing else may.
 *
 * It is safe to call again after any failure of a GET; of another method nobody knows whether it had its effect.
 *
 * @throws OutboundError, or the signal's reason
 */
export type GuardedFetch = (url: string, request: OutboundRequest) => Promise<OutboundAnswer>

export interface OutboundStream extends OutboundHead {
  /** Unpacked, as it comes; no faster than it is read. It throws OutboundError. */
  readonly body: AsyncIterable<Uint8Array>
}

/**
 * The same for a body that is too large to hold: `take` reads it, as far as it likes, and it is gone when that has ended. A
 * body beyond `maxBytes` is a failure. Whatever `take` itself throws is thrown as it is.
 *
 * @throws OutboundError, the signal's reason, and whatever `take` throws
 */
export type GuardedStream = <T>(
  url: string,
  request: OutboundRequest,
  take: (answer: OutboundStream) => Promise<T>,
) => Promise<T>
