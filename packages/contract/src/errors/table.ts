/** What the API says of one kind of refusal or fault. */
export interface ErrorDefinition {
  /** The HTTP status it is answered with. */
  readonly status: number
  /** What it means, in a few words. */
  readonly title: string
  /** Whether the same request may succeed later without being changed. */
  readonly retryable: boolean
  /** What a caller does about it. */
  readonly hint: string
}

/** Every error the API answers with: the status, the document, the clients' error classes and the docs derive from it. */
export const ERRORS = {
  VALIDATION_ERROR: {
    status: 400,
    title: 'The request is invalid',
    retryable: false,
    hint: 'Each entry of `details` names a field and what is wrong with it. Mend them and send the request again.',
  },
  INVALID_API_KEY: {
    status: 401,
    title: 'The API key is missing, malformed, unknown, expired or revoked',
    retryable: false,
    hint: 'Send a valid key as `x-api-key: KEY` or `Authorization: Bearer KEY`.',
  },
  INSUFFICIENT_CREDITS: {
    status: 402,
    title: 'The balance is below the cost',
    retryable: false,
    hint: 'Ask for fewer platforms or media, or have credits granted. Nothing was started and nothing was charged.',
  },
  FORBIDDEN: {
    status: 403,
    title: 'The workspace is not one of yours',
    retryable: false,
    hint: 'Send the id of a workspace of the account that the key belongs to.',
  },
  INSUFFICIENT_SCOPE: {
    status: 403,
    title: 'The key may not do this',
    retryable: false,
    hint: 'The message names the scope that is missing. Use a key that carries it.',
  },
  NOT_FOUND: {
    status: 404,
    title: 'There is no such thing in this workspace',
    retryable: false,
    hint: 'Check the id and the workspace. An unknown route is answered the same way.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'The route does not know the method',
    retryable: false,
    hint: 'The `Allow` header lists the methods of the route.',
  },
  ALREADY_PUBLISHED: {
    status: 409,
    title: 'The post is no draft any more',
    retryable: false,
    hint: 'Read the post: it is being published, or was. A failed item is tried again by its own `retry`.',
  },
  CONFLICT: {
    status: 409,
    title: 'The request conflicts with the state of the resource',
    retryable: false,
    hint: 'Read the resource again and decide anew.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    title: 'The first request with this Idempotency-Key is still running',
    retryable: true,
    hint: 'Send the same request again after the seconds that `Retry-After` names: it will be answered as the first was.',
  },
  FILE_TOO_LARGE: {
    status: 413,
    title: 'The file is too large',
    retryable: false,
    hint: 'Images may have 10 MiB, videos 500 MiB.',
  },
  STORAGE_QUOTA_EXCEEDED: {
    status: 413,
    title: "The account's storage is full",
    retryable: false,
    hint: 'Media of an account may have 10 GiB together. Delete what you no longer need.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    title: 'The JSON body is too large',
    retryable: false,
    hint: 'JSON bodies may have 1 MiB.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'The content type is not supported, or the bytes are not the format they claim',
    retryable: false,
    hint: 'Send JSON as `application/json`, and whole files of the supported formats.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    retryable: false,
    hint: 'Use a new key for a new request; send an old key only with the same method, path, workspace and body.',
  },
  PLATFORM_NOT_CONFIGURED: {
    status: 422,
    title: 'This server cannot connect accounts of the platform',
    retryable: false,
    hint: 'The message names what the operator has to set. With `sandbox: true` a connection is made that publishes to nothing.',
  },
  PLATFORM_NOT_CONNECTED: {
    status: 422,
    title: 'The workspace has no connection for a platform of the post',
    retryable: false,
    hint: 'The message names the platform. Connect it with `POST /connections`; with several, name one by `connection_id`.',
  },
  POST_NOT_PUBLISHABLE: {
    status: 422,
    title: "The post breaks a platform's rules",
    retryable: false,
    hint: 'Each entry of `details` names a field and what mends it; `POST /posts/preflight` says it with rules and figures.',
  },
  RATE_LIMIT_EXCEEDED: {
    status: 429,
    title: 'Too many requests in a minute',
    retryable: true,
    hint: 'Wait the seconds that `Retry-After` and `error.retryAfter` name. The `X-RateLimit-*` headers say what is left.',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'Something broke on our side',
    retryable: true,
    hint: 'Try again. If it stays, report it with the `request_id`.',
  },
  UNAVAILABLE: {
    status: 503,
    title: 'The server is starting, stopping, or has lost its database or its disk space',
    retryable: true,
    hint: 'Try again after the seconds that `Retry-After` names.',
  },
} as const satisfies Record<string, ErrorDefinition>

export type ErrorCode = keyof typeof ERRORS

export const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]

/** What a job that ended `failed` says of itself. Such a job has been refunded. */
export const JOB_ERRORS = {
  GENERATION_FAILED: { title: 'The captions could not be written' },
  IMAGE_GENERATION_FAILED: { title: 'The images, or some of them, could not be drawn' },
  PUBLISH_FAILED: { title: 'The platform did not take it' },
  OUTCOME_UNKNOWN: { title: 'Whether the platform has it could not be found out' },
} as const satisfies Record<string, { readonly title: string }>

export type JobErrorCode = keyof typeof JOB_ERRORS

export const JOB_ERROR_CODES = Object.keys(JOB_ERRORS) as [JobErrorCode, ...JobErrorCode[]]
