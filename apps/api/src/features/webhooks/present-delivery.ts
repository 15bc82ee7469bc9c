import { AppError } from '#shared/app-error.ts'
import type { WebhookDelivery } from '@powerpost/contract'
import type { StoredDelivery } from './deliveries.repository.ts'

export function toDelivery(delivery: StoredDelivery): WebhookDelivery {
  return {
    delivery_id: delivery.id,
    webhook_id: delivery.event_id,
    endpoint_id: delivery.endpoint_id,
    event: delivery.event,
    livemode: delivery.livemode,
    status: delivery.status,
    attempts: delivery.attempts,
    next_attempt_at: delivery.next_attempt_at?.toISOString() ?? null,
    created_at: delivery.created_at.toISOString(),
  }
}

/** NOT_FOUND, in the same words for another workspace's and for none at all. */
export function noSuchDelivery(): AppError {
  return new AppError('NOT_FOUND', 'There is no such webhook delivery in this workspace.')
}
