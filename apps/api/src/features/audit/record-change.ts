import type { Trx } from '#db/types.ts'
import { principalOf } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { originOf } from '#shared/origin.ts'
import { storePrincipal } from '#shared/principal.ts'
import { operationOf } from '#shared/router.ts'
import type { ResourceType } from '@powerpost/contract'
import { RESOURCE_IDS } from '@powerpost/contract'
import { insertLine } from './audit.repository.ts'
import type { Change, Exchange } from './change.ts'
import { summarize } from './summarize.ts'

interface RecordOptions {
  readonly change: Change<object>
  readonly clock: Clock
}

/** Writes the line of the audit log for a change, in its transaction. Nothing for an operation that changes nothing. */
export async function recordChange(trx: Trx, exchange: Exchange, { change, clock }: RecordOptions): Promise<void> {
  const { operationId, changes: resourceType } = operationOf(exchange.req)
  if (resourceType === undefined) return
  const { before, body, after = body } = change
  const principal = exchange.actor ?? principalOf(exchange.res)
  const { address, requestId } = originOf(exchange)
  const resourceId = findId(resourceType, [after, before]) ?? readId(exchange.req.params, 'id')
  const workspaceId = exchange.actor?.workspaceId ?? exchange.res.locals.workspaceId
  await insertLine(trx, {
    id: makeId(clock),
    account_id: principal.accountId,
    livemode: principal.livemode,
    // A workspace itself is changed by an operation about no workspace; a key that is bound to it sees the line.
    workspace_id: workspaceId ?? (resourceType === 'workspace' ? (resourceId ?? null) : null),
    principal: storePrincipal(principal),
    key_id: principal.keyId,
    action: operationId,
    resource_type: resourceType,
    resource_id: resourceId ?? null,
    before: before ? summarize(before) : null,
    after: after ? summarize(after) : null,
    address: address ?? null,
    request_id: requestId,
    created_at: clock.now(),
  })
}

function findId(type: ResourceType, shown: readonly (object | null | undefined)[]): string | undefined {
  for (const resource of shown) {
    const id = resource ? readId(resource, RESOURCE_IDS[type]) : undefined
    if (id !== undefined) return id
  }
  return undefined
}

function readId(from: object, field: string): string | undefined {
  const id: unknown = Object.entries(from).find(([name]) => name === field)?.[1]
  return typeof id === 'string' ? id : undefined
}
