import { createHmac } from 'node:crypto'
import type { Clock } from '#shared/clock.ts'
import type { Keyring } from '#shared/keyring.ts'
import { WEBHOOK_HEADERS } from '@powerpost/contract'
import { openSecret } from '../endpoint-secret.ts'
import type { ClaimedDelivery } from './claims.repository.ts'

export interface SignDependencies {
  readonly clock: Clock
  readonly keyring: Keyring
}

/**
 * The headers of one attempt, by Standard Webhooks: the id is the delivery's own, the time and the signatures are new each
 * time. After a rotation there is one of each secret that still signs, the newest first.
 */
export function signDelivery(
  delivery: ClaimedDelivery,
  { clock, keyring }: SignDependencies,
): Readonly<Record<string, string>> {
  const now = clock.now()
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const message = `${delivery.webhookId}.${timestamp}.${delivery.payload}`
  const signatures = listSecrets(delivery, now).map((sealed) => {
    const secret = openSecret(sealed, { keyring, endpointId: delivery.endpointId })
    return `v1,${createHmac('sha256', toKey(secret)).update(message).digest('base64')}`
  })
  return {
    [WEBHOOK_HEADERS.id]: delivery.webhookId,
    [WEBHOOK_HEADERS.timestamp]: timestamp,
    [WEBHOOK_HEADERS.signature]: signatures.join(' '),
  }
}

function listSecrets(delivery: ClaimedDelivery, now: Date): string[] {
  const previous = delivery.previousSecrets.filter(({ expires_at }) => new Date(expires_at) > now)
  return [delivery.sealedSecret, ...previous.map(({ secret }) => secret)]
}

function toKey(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
}
