import type { ErrorCode } from '@powerpost/client'
import type { Outcome } from './exit-codes.ts'

interface Advice {
  readonly outcome: Outcome
  readonly hint: string
}

const AGAIN = 'Run the same command again in a moment.'

/** What to do about everything the API refuses, in terms of this program. */
export const API_HINTS: Readonly<Record<ErrorCode, Advice>> = {
  VALIDATION_ERROR: { outcome: 'usage', hint: 'Fix what is named above; --help shows what the command takes.' },
  INVALID_API_KEY: {
    outcome: 'denied',
    hint: 'Set POWERPOST_API_KEY to a key of this server: the one shown at its first start, or one of `powerpost keys create`.',
  },
  INSUFFICIENT_CREDITS: {
    outcome: 'credits',
    hint: 'Request less, allow more with --max-credits, or have the operator run `powerpost credits grant`.',
  },
  FORBIDDEN: {
    outcome: 'denied',
    hint: 'Choose a workspace that `powerpost workspaces list` shows, with --workspace or POWERPOST_WORKSPACE_ID.',
  },
  INSUFFICIENT_SCOPE: { outcome: 'denied', hint: 'Use a key that has the scope: `powerpost keys list` shows them.' },
  NOT_FOUND: { outcome: 'missing', hint: 'Check the id, the workspace and the address of the server.' },
  METHOD_NOT_ALLOWED: { outcome: 'usage', hint: 'The server has another version: update it, or this program.' },
  ALREADY_PUBLISHED: {
    outcome: 'conflict',
    hint: 'See `powerpost posts show`; retry failed items with `powerpost posts retry`.',
  },
  CONFLICT: { outcome: 'conflict', hint: 'Check the current state, then decide what to do.' },
  IDEMPOTENCY_IN_PROGRESS: { outcome: 'unavailable', hint: AGAIN },
  FILE_TOO_LARGE: {
    outcome: 'usage',
    hint: 'Use a smaller file: images can have up to 10 MiB, videos up to 500 MiB, documents up to 100 MiB.',
  },
  STORAGE_QUOTA_EXCEEDED: { outcome: 'conflict', hint: 'Delete media that are no longer needed.' },
  PAYLOAD_TOO_LARGE: { outcome: 'usage', hint: 'Use shorter texts.' },
  UNSUPPORTED_MEDIA_TYPE: {
    outcome: 'usage',
    hint: 'Use a complete JPEG, PNG or WebP as --image, or a complete MP4, MOV or WebM as --video.',
  },
  IDEMPOTENCY_KEY_REUSED: { outcome: 'usage', hint: 'Use a new --idempotency-key for a new request.' },
  MODEL_NOT_CONFIGURED: {
    outcome: 'unavailable',
    hint: 'Have the operator set POWERPOST_TEXT_MODEL, or write the style yourself with `powerpost styles create`.',
  },
  API_VERSION_ENDED: {
    outcome: 'unavailable',
    hint: 'Have the operator set the version named above, and run the same command again.',
  },
  PLATFORM_NOT_CONFIGURED: {
    outcome: 'unavailable',
    hint: 'Have the operator add the settings named above, or create a sandbox connection with --sandbox.',
  },
  PLATFORM_NOT_CONNECTED: { outcome: 'conflict', hint: 'Connect the platform with `powerpost connections create`.' },
  POST_NOT_PUBLISHABLE: { outcome: 'usage', hint: 'Fix what is named above; `powerpost posts check` shows it again.' },
  RATE_LIMIT_EXCEEDED: { outcome: 'unavailable', hint: 'Wait a minute, and run the same command again.' },
  INTERNAL_ERROR: {
    outcome: 'fault',
    hint: "Try again. If the error persists, look for the request id in the server's log.",
  },
  UNAVAILABLE: { outcome: 'unavailable', hint: AGAIN },
}
