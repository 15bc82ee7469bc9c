import type { Trx } from '#db/types.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { RotateWebhookSecretResponse } from '@powerpost/contract'
import { ROTATION_HOURS } from '@powerpost/contract'
import { makeSecret, sealSecret } from './endpoint-secret.ts'
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

/** Gives an endpoint a new secret, and answers it, this once. The one before signs too for a day. */
export async function rotateSecret(
  trx: Trx,
  { clock, keyring }: RotateDependencies,
  { principal, id }: RotateOptions,
): Promise<RotateWebhookSecretResponse> {
  const before = await lockEndpoint(trx, principal, id)
  if (!before) throw noSuchEndpoint()
  const secret = makeSecret()
  const until = new Date(clock.now().getTime() + ROTATION_MS)
  const endpoint = await changeEndpoint(trx, before.id, {
    secret: sealSecret(secret, { keyring, endpointId: before.id }),
    previous_secret: before.secret,
    previous_secret_expires_at: until,
  })
  return { ...toEndpoint(endpoint), secret, previous_secret_expires_at: until.toISOString() }
}
