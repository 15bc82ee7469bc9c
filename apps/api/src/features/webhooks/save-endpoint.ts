import type { Trx } from '#db/types.ts'
import type { Change } from '#features/audit/index.ts'
import { deletionOf } from '#features/audit/index.ts'
import { OutboundError } from '#outbound/index.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { Keyring } from '#shared/keyring.ts'
import type {
  CreateWebhookEndpointRequest,
  CreateWebhookEndpointResponse,
  UpdateWebhookEndpointRequest,
  WebhookEndpoint,
} from '@powerpost/contract'
import { WEBHOOK_ENDPOINT_LIMITS } from '@powerpost/contract'
import { failWaiting } from './deliveries.repository.ts'
import { makeSecret, sealSecret } from './endpoint-secret.ts'
import {
  changeEndpoint,
  countEndpoints,
  insertEndpoint,
  lockEndpoint,
  lockEndpointToDelete,
  removeEndpoint,
} from './endpoints.repository.ts'
import { noSuchEndpoint, toEndpoint } from './present-endpoint.ts'

export interface SaveDependencies {
  readonly clock: Clock
  readonly keyring: Keyring
  /** The one spelling of an address. Throws OutboundError for one that nothing may be sent to. */
  readonly checkUrl: (value: string) => string
}

interface CreateOptions {
  readonly principal: WorkspacePrincipal
  readonly request: CreateWebhookEndpointRequest
}

/** Creates an endpoint, and answers its secret, this once. CONFLICT when the workspace has too many. */
export async function createEndpoint(
  trx: Trx,
  { clock, keyring, checkUrl }: SaveDependencies,
  { principal, request }: CreateOptions,
): Promise<CreateWebhookEndpointResponse> {
  const url = checkField(request.url, checkUrl)
  const { perWorkspace } = WEBHOOK_ENDPOINT_LIMITS
  if ((await countEndpoints(trx, principal)) >= perWorkspace) {
    throw new AppError('CONFLICT', `A workspace can have at most ${perWorkspace} webhook endpoints.`)
  }
  const id = makeId(clock)
  const secret = makeSecret()
  const endpoint = await insertEndpoint(trx, {
    id,
    account_id: principal.accountId,
    workspace_id: principal.workspaceId,
    livemode: principal.livemode,
    url,
    events: [...new Set(request.events)],
    secret: sealSecret(secret, { keyring, endpointId: id }),
    disabled_reason: null,
    created_by: storePrincipal(principal),
    created_at: clock.now(),
  })
  return { ...toEndpoint(endpoint), secret }
}

interface EndpointReference {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

interface UpdateOptions extends EndpointReference {
  readonly request: UpdateWebhookEndpointRequest
}

/** Changes an endpoint. What waits for one that is disabled ends as failed; one that is enabled starts again. */
export async function updateEndpoint(
  trx: Trx,
  { checkUrl }: Pick<SaveDependencies, 'checkUrl'>,
  { principal, id, request }: UpdateOptions,
): Promise<Change<WebhookEndpoint>> {
  const { url, events, disabled } = request
  const changes = {
    ...(url !== undefined && { url: checkField(url, checkUrl) }),
    ...(events !== undefined && { events: [...new Set(events)] }),
    ...(disabled === false && { disabled_reason: null, failing_since: null }),
  }
  const before = await lockEndpoint(trx, principal, id)
  if (!before) throw noSuchEndpoint()
  if (disabled) await failWaiting(trx, before.id)
  // Why it was disabled in the first place stays.
  const disabledReason = disabled && { disabled_reason: before.disabled_reason ?? ('requested' as const) }
  const endpoint = await changeEndpoint(trx, before.id, { ...changes, ...disabledReason })
  return { before: toEndpoint(before), body: toEndpoint(endpoint) }
}

/** Deletes an endpoint with its deliveries. */
export async function deleteEndpoint(
  trx: Trx,
  { principal, id }: EndpointReference,
): Promise<Change<{ success: true }>> {
  const before = await lockEndpointToDelete(trx, principal, id)
  if (!before) throw noSuchEndpoint()
  await removeEndpoint(trx, before.id)
  return deletionOf(toEndpoint(before))
}

function checkField(value: string, check: (value: string) => string): string {
  try {
    return check(value)
  } catch (error) {
    if (error instanceof OutboundError) throw invalidField('url', error.message)
    throw error
  }
}
