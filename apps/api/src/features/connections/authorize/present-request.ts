import { AppError } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { ConnectionChoice, ConnectionRequest } from '@powerpost/contract'
import type { StoredRequest } from './connection-requests.repository.ts'
import type { Choice } from './sealed-choices.ts'
import { openChoices } from './sealed-choices.ts'

/** Longer than the sign-in is worked on after the person came back: a request that still waits then was cut off. */
const INTERRUPTED_AFTER_MS = 2 * 60_000

const INTERRUPTED = {
  code: 'INTERRUPTED',
  message: 'The server stopped during the sign-in. Request a new link.',
} as const

interface PresentDependencies {
  readonly clock: Clock
  readonly keyring: Keyring
}

/** A request without its link and its tokens. */
export function toConnectionRequest(
  { clock, keyring }: PresentDependencies,
  request: StoredRequest,
): ConnectionRequest {
  const status = statusOf(request, clock.now())
  const { id, reference, choices, connection_ids, error_code, error_message } = request
  const error =
    error_code === null || error_message === null ? INTERRUPTED : { code: error_code, message: error_message }
  return {
    request_id: id,
    platform: request.platform,
    sandbox: request.sandbox,
    status,
    ...(reference !== null && { reference }),
    ...(status === 'choosing' &&
      choices !== null && {
        choices: openChoices(choices, { keyring, requestId: id }).map((choice) => toConnectionChoice(choice, request)),
      }),
    ...(status === 'connected' && { connection_ids: connection_ids ?? [] }),
    ...(status === 'failed' && { error }),
    expires_at: request.expires_at.toISOString(),
    livemode: request.livemode,
  }
}

/** What a request is at a time: what is stored does not change when it merely gets late. */
export function statusOf(request: StoredRequest, now: Date): ConnectionRequest['status'] {
  const { status, used_at, expires_at } = request
  if (status !== 'waiting' && status !== 'choosing') return status
  const usedFor = used_at === null ? 0 : now.getTime() - used_at.getTime()
  if (status === 'waiting' && usedFor > INTERRUPTED_AFTER_MS) return 'failed'
  return expires_at <= now ? 'expired' : status
}

function toConnectionChoice(
  { choiceId, platform, kind, displayName, pictureUrl }: Choice,
  request: Pick<StoredRequest, 'platform'>,
): ConnectionChoice {
  return {
    choice_id: choiceId,
    platform: platform ?? request.platform,
    kind,
    display_name: displayName,
    ...(pictureUrl !== undefined && { picture_url: pictureUrl }),
  }
}

/** NOT_FOUND, in the same words for another workspace's and for none at all. */
export function noSuchRequest(): AppError {
  return new AppError('NOT_FOUND', 'There is no such connection request in this workspace.')
}
