import { AppError } from '#shared/app-error.ts'
import type { WebhookEndpoint } from '@powerpost/contract'
import type { StoredEndpoint } from './endpoints.repository.ts'

/** An endpoint without its secret. */
export function toEndpoint(endpoint: StoredEndpoint): WebhookEndpoint {
  return {
    endpoint_id: endpoint.id,
    url: endpoint.url,
    events: endpoint.events,
    disabled: endpoint.disabled_reason !== null,
    disabled_reason: endpoint.disabled_reason,
    livemode: endpoint.livemode,
    created_by: endpoint.created_by,
    created_at: endpoint.created_at.toISOString(),
  }
}

/** What is kept under an `Idempotency-Key` of an answer that shows a secret. */
export function withoutSecret<Answer extends { secret?: string | undefined }>(answer: Answer): Answer {
  const kept = { ...answer }
  delete kept.secret
  return kept
}

/** NOT_FOUND, in the same words for another workspace's and for none at all. */
export function noSuchEndpoint(): AppError {
  return new AppError('NOT_FOUND', 'There is no such webhook endpoint in this workspace.')
}

/** CONFLICT: nothing is sent to it. */
export function endpointDisabled(): AppError {
  return new AppError('CONFLICT', 'The endpoint is disabled. Enable it with { "disabled": false } first.')
}
