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
    hint: 'Each entry of `details` names a field and what is wrong with it. Fix them and send the request again.',
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
    hint: 'Request fewer platforms or media, or ask the operator for more credits. Nothing was started and nothing was charged.',
  },
  FORBIDDEN: {
    status: 403,
    title: 'The key has no access to this workspace',
    retryable: false,
    hint: 'Send the id of a workspace of the account that the key belongs to.',
  },
  INSUFFICIENT_SCOPE: {
    status: 403,
    title: 'The key may not do this',
    retryable: false,
    hint: 'The message names the missing scope. Use a key that has it.',
  },
  NOT_FOUND: {
    status: 404,
    title: 'The resource was not found in this workspace',
    retryable: false,
    hint: 'Check the id and the workspace. An unknown path returns the same error.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'The path does not support this method',
    retryable: false,
    hint: 'The `Allow` header lists the supported methods.',
  },
  ALREADY_PUBLISHED: {
    status: 409,
    title: 'The post is no longer a draft',
    retryable: false,
    hint: 'Read the post: it is being published, or was published. Retry a failed item with its own `retry` operation.',
  },
  CONFLICT: {
    status: 409,
    title: 'The request conflicts with the state of the resource',
    retryable: false,
    hint: 'Read the resource again, then decide what to do.',
  },
  IDEMPOTENCY_IN_PROGRESS: {
    status: 409,
    title: 'The first request with this Idempotency-Key is still running',
    retryable: true,
    hint: 'Send the same request again after `Retry-After` seconds: it returns the response of the first one.',
  },
  FILE_TOO_LARGE: {
    status: 413,
    title: 'The file is too large',
    retryable: false,
    hint: 'Images can have up to 10 MiB, videos up to 500 MiB, documents up to 100 MiB.',
  },
  STORAGE_QUOTA_EXCEEDED: {
    status: 413,
    title: "The account's storage is full",
    retryable: false,
    hint: 'The message says what is full: the media of an account can have up to 10 GiB, posts that are not published up to 256 MiB. Delete what you no longer need.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    title: 'The JSON body is too large',
    retryable: false,
    hint: 'JSON bodies can have up to 1 MiB.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'The content type is not supported, or the file is not in the format it claims',
    retryable: false,
    hint: 'Send JSON as `application/json`, and complete files in a supported format.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'The Idempotency-Key was used for a different request',
    retryable: false,
    hint: 'Use a new key for a new request. Reuse a key only with the same method, path, workspace and body.',
  },
  MODEL_NOT_CONFIGURED: {
    status: 422,
    title: 'This server has no text model that works, and the operation needs one',
    retryable: false,
    hint: 'The message says what the operator must fix: usually to set `POWERPOST_TEXT_MODEL`.',
  },
  API_VERSION_ENDED: {
    status: 422,
    title: "The version of a platform's API that this server uses has ended",
    retryable: false,
    hint: 'The message names the setting. The operator sets a newer version and restarts the server; then send the request again.',
  },
  PLATFORM_NOT_CONFIGURED: {
    status: 422,
    title: 'This server cannot connect accounts of the platform',
    retryable: false,
    hint: 'The message names the settings that the operator must add. `sandbox: true` creates a connection for testing, which publishes nothing.',
  },
  PLATFORM_NOT_CONNECTED: {
    status: 422,
    title: 'The workspace has no connection for a platform of the post',
    retryable: false,
    hint: 'The message names the platform. Connect it with `POST /connections`. If there are several connections, choose one with `connection_id`.',
  },
  POST_NOT_PUBLISHABLE: {
    status: 422,
    title: "The post breaks a platform's rules",
    retryable: false,
    hint: 'Each entry of `details` names a field and how to fix it. `POST /posts/preflight` also returns the rules and limits.',
  },
  RATE_LIMIT_EXCEEDED: {
    status: 429,
    title: 'Too many requests per minute',
    retryable: true,
    hint: 'Wait as many seconds as `Retry-After` and `error.retryAfter` say. The `X-RateLimit-*` headers show what is left.',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'Internal server error',
    retryable: true,
    hint: 'Try again. If the error persists, report it with the `request_id`.',
  },
  UNAVAILABLE: {
    status: 503,
    title:
      'The server is starting or stopping, cannot reach its database, its text model or a platform, or is out of disk space',
    retryable: true,
    hint: 'Try again after `Retry-After` seconds.',
  },
} as const satisfies Record<string, ErrorDefinition>

export type ErrorCode = keyof typeof ERRORS

export const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]

/** What a job that ended `failed` says of itself. Such a job has been refunded, unless its message says that it was not. */
export const JOB_ERRORS = {
  GENERATION_FAILED: { title: 'The captions could not be written' },
  IMAGE_GENERATION_FAILED: { title: 'The images, or some of them, could not be generated' },
  VIDEO_GENERATION_FAILED: { title: 'The video could not be generated' },
  PUBLISH_FAILED: { title: 'The platform did not accept the post' },
  API_VERSION_ENDED: { title: "The version of the platform's API that this server uses has ended" },
  OUTCOME_UNKNOWN: { title: 'It is not known whether the platform has the post' },
} as const satisfies Record<string, { readonly title: string }>

export type JobErrorCode = keyof typeof JOB_ERRORS

export const JOB_ERROR_CODES = Object.keys(JOB_ERRORS) as [JobErrorCode, ...JobErrorCode[]]
