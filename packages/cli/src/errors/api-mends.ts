import type { ErrorCode } from '@powerpost/client'
import type { Outcome } from './exit-codes.ts'

interface Mend {
  readonly outcome: Outcome
  readonly mend: string
}

const AGAIN = 'Run the same command again in a moment.'

/** What to do about everything the API refuses, in terms of this program. */
export const API_MENDS: Readonly<Record<ErrorCode, Mend>> = {
  VALIDATION_ERROR: { outcome: 'usage', mend: 'Mend what is named above; --help shows what the command takes.' },
  INVALID_API_KEY: {
    outcome: 'denied',
    mend: 'Set POWERPOST_API_KEY to a key of this server: the one shown at its first start, or one of `powerpost keys create`.',
  },
  INSUFFICIENT_CREDITS: {
    outcome: 'credits',
    mend: 'Ask for less, allow more with --max-credits, or have the operator run `powerpost credits grant`.',
  },
  FORBIDDEN: {
    outcome: 'denied',
    mend: 'Choose a workspace that `powerpost workspaces list` shows, with --workspace or POWERPOST_WORKSPACE_ID.',
  },
  INSUFFICIENT_SCOPE: { outcome: 'denied', mend: 'Use a key that has the scope: `powerpost keys list` shows them.' },
  NOT_FOUND: { outcome: 'missing', mend: 'Check the id, the workspace and the address of the server.' },
  METHOD_NOT_ALLOWED: { outcome: 'usage', mend: 'The server is of another version: update it, or this program.' },
  ALREADY_PUBLISHED: {
    outcome: 'conflict',
    mend: 'Look at it with `powerpost posts show`; failed items have `posts retry`.',
  },
  CONFLICT: { outcome: 'conflict', mend: 'Look at how things stand, and decide anew.' },
  IDEMPOTENCY_IN_PROGRESS: { outcome: 'unavailable', mend: AGAIN },
  FILE_TOO_LARGE: { outcome: 'usage', mend: 'Give a smaller file: images may have 10 MiB, videos 500 MiB.' },
  STORAGE_QUOTA_EXCEEDED: { outcome: 'conflict', mend: 'Delete media that are no longer needed.' },
  PAYLOAD_TOO_LARGE: { outcome: 'usage', mend: 'Give shorter texts.' },
  UNSUPPORTED_MEDIA_TYPE: {
    outcome: 'usage',
    mend: 'Give a whole JPEG, PNG or WebP as --image, or a whole MP4, MOV or WebM as --video.',
  },
  IDEMPOTENCY_KEY_REUSED: { outcome: 'usage', mend: 'Give a new request a new --idempotency-key.' },
  PLATFORM_NOT_CONFIGURED: {
    outcome: 'unavailable',
    mend: 'Have the operator set what is named above, or connect a sandbox account with --sandbox.',
  },
  PLATFORM_NOT_CONNECTED: { outcome: 'conflict', mend: 'Connect the platform with `powerpost connections create`.' },
  POST_NOT_PUBLISHABLE: { outcome: 'usage', mend: 'Mend what is named above; `powerpost posts check` says it again.' },
  RATE_LIMIT_EXCEEDED: { outcome: 'unavailable', mend: 'Wait a minute, and run the same command again.' },
  INTERNAL_ERROR: { outcome: 'fault', mend: "Try again. If it stays, look for the request id in the server's log." },
  UNAVAILABLE: { outcome: 'unavailable', mend: AGAIN },
}
