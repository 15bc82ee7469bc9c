import type { Trx } from '#db/types.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { RotateWebhookSecretResponse } from '@powerpost/contract'
import { MAX_PREVIOUS_SECRETS, ROTATION_HOURS } from '@powerpost/contract'
import { makeSecret, sealSecret } from './endpoint-secret.ts'
import type { StoredEndpoint } from './endpoints.repository.ts'
import { changeEndpoint, lockEndpoint } from './endpoints.repository.ts'
import { noSuchEndpoint, toEndpoint } from './present-endpoint.ts'

interface RotateDependencies {
  readonly clock: Clock
  readonly keyring: Keyring
}

interface RotateOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

const ROTATION_MS = ROTATION_HOURS * 3600_000

/**
 * Gives an endpoint a new secret, and returns it, this once. The one before signs too for a day, and so do those of earlier rotations
 * until the end that they were promised. CONFLICT when there are too many of them.
 */
export async function rotateSecret(
  trx: Trx,
  { clock, keyring }: RotateDependencies,
  { principal, id }: RotateOptions,
): Promise<RotateWebhookSecretResponse> {
  const before = await lockEndpoint(trx, principal, id)
  if (!before) throw noSuchEndpoint()
  const now = clock.now()
  const kept = before.previous_secrets.filter(({ expires_at }) => new Date(expires_at) > now)
  if (kept.length >= MAX_PREVIOUS_SECRETS) throw tooManyRotations(kept)
  const secret = makeSecret()
  const until = new Date(now.getTime() + ROTATION_MS).toISOString()
  const endpoint = await changeEndpoint(trx, before.id, {
    secret: sealSecret(secret, { keyring, endpointId: before.id }),
    previous_secrets: JSON.stringify([{ secret: before.secret, expires_at: until }, ...kept]),
  })
  return { ...toEndpoint(endpoint), secret, previous_secret_expires_at: until }
}

function tooManyRotations(kept: StoredEndpoint['previous_secrets']): AppError {
  const first = kept.map(({ expires_at }) => expires_at).toSorted()[0] ?? ''
  return new AppError(
    'CONFLICT',
    `The secret was rotated ${MAX_PREVIOUS_SECRETS} times within ${ROTATION_HOURS} hours, and those secrets still sign. Rotate it again after ${first}.`,
  )
}
