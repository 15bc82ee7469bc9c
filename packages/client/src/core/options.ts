import type { Logger } from './logger.ts'

/** A `fetch` to send with: the platform's own, or one that goes through a proxy, records, or answers in a test. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** What `fetch` is passed besides what the client decides. Runtimes have options of their own. */
export type FetchOptions = Omit<RequestInit, 'body' | 'headers' | 'method' | 'redirect' | 'signal'> & {
  readonly [option: string]: unknown
}

/** What a client is made with. */
export interface ClientOptions {
  /**
   * The API key, `pp_live_sk_...` or `pp_test_sk_...`; or a function that returns it, called for every
   * request and not cached. What it throws is thrown by the call.
   *
   * @default the environment variable `POWERPOST_API_KEY`
   */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined
  /**
   * The workspace that requests are about. Needed for everything but the account's own.
   *
   * @default the environment variable `POWERPOST_WORKSPACE_ID`
   */
  readonly workspaceId?: string | undefined
  /**
   * The server's address, with or without `/api/v1` at its end.
   *
   * @default the environment variable `POWERPOST_BASE_URL`, else `http://localhost:3000`
   */
  readonly baseUrl?: string | undefined
  /**
   * How long one attempt may take, to the end of its answer, in milliseconds. An upload's starts again with every piece
   * that is sent (in a browser only when `onProgress` is given). `Infinity` is for ever.
   *
   * @default 60_000
   */
  readonly timeout?: number | undefined
  /**
   * How often a request is sent again after a time-out, a lost connection, or an answer of 408, 429, 5xx, or 409
   * `IDEMPOTENCY_IN_PROGRESS`.
   *
   * @default 2
   */
  readonly maxRetries?: number | undefined
  /**
   * What requests are sent with.
   *
   * @default the platform's `fetch`
   */
  readonly fetch?: Fetch | undefined
  /** Passed to `fetch` with every request: a `dispatcher` of undici, `cache`, `next`. */
  readonly fetchOptions?: FetchOptions | undefined
  /**
   * Gets a line of every attempt (`debug`) and every retry (`warn`), without keys and bodies: `console`, for example.
   *
   * @default none, or standard error if the environment variable `POWERPOST_LOG` is `debug` or `warn`
   */
  readonly logger?: Logger | undefined
  /** Headers that every request carries besides. */
  readonly defaultHeaders?: Readonly<Record<string, string>> | undefined
  /**
   * Whether a client may be made in a browser, where everyone who opens the page can read its key.
   *
   * @default false
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined
}

/** What one call may say besides, and say otherwise than the client. */
export interface RequestOptions {
  /** Ends the call, its retries and waits included, with an `APIUserAbortError`. */
  readonly signal?: AbortSignal | undefined
  /** How long one attempt may take, in milliseconds. @default the client's */
  readonly timeout?: number | undefined
  /** @default the client's */
  readonly maxRetries?: number | undefined
  /** Passed to `fetch` with this request, after those of the client. */
  readonly fetchOptions?: FetchOptions | undefined
  /** Headers this request carries besides. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The workspace this request is about. @default the client's */
  readonly workspaceId?: string | undefined
  /**
   * The `Idempotency-Key` of a POST, up to 255 characters: a request that is sent again under the same key has its effect
   * once. Give one of your own to repeat a call safely across processes.
   *
   * @default a random one, the same on every attempt of a call
   */
  readonly idempotencyKey?: string | undefined
}
