import type { Trx } from '#db/types.ts'
import { AppError, invalidField } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { Connection, CreateConnectionRequest } from '@powerpost/contract'
import { CONNECTION_LIMITS, PLATFORM_NAMES } from '@powerpost/contract'
import { lockEndedSandbox } from './connection-accounts.repository.ts'
import { countConnections, insertConnection, renewConnection } from './connections.repository.ts'
import { toConnection } from './present-connection.ts'
import { NO_TOKENS } from './tokens/grant-columns.ts'

export interface CreateOptions {
  readonly principal: WorkspacePrincipal
  readonly request: CreateConnectionRequest
}

/**
 * Makes a connection that publishes to nothing, or reconnects the one of that name which has expired or was deleted. CONFLICT
 * when the workspace has too many.
 */
export async function createSandboxConnection(
  trx: Trx,
  { clock }: { readonly clock: Clock },
  { principal, request }: CreateOptions,
): Promise<Connection> {
  refuseLinkFields(request)
  const now = clock.now()
  const { platform, display_name: displayName = `${PLATFORM_NAMES[platform]} sandbox` } = request
  const ended = await lockEndedSandbox(trx, principal, { platform, displayName })
  if (!ended || ended.deleted_at !== null) await refuseTooMany(trx, principal.workspaceId)
  if (ended) {
    const changes = { ...NO_TOKENS, status: 'active', deleted_at: null, updated_at: now } as const
    return toConnection(await renewConnection(trx, ended, changes), now)
  }
  const connection = await insertConnection(trx, {
    id: makeId(clock),
    account_id: principal.accountId,
    workspace_id: principal.workspaceId,
    livemode: principal.livemode,
    platform,
    sandbox: true,
    display_name: displayName,
    platform_account_id: null,
    status: 'active',
    ...NO_TOKENS,
    created_by: storePrincipal(principal),
    created_at: now,
    updated_at: now,
  })
  return toConnection(connection, now)
}

/** What is about the link of a sign-in means nothing where there is none. */
function refuseLinkFields(request: CreateConnectionRequest): void {
  for (const field of ['return_url', 'reference', 'expires_in_seconds'] as const) {
    if (request[field] !== undefined) throw invalidField(field, 'is about a sign-in: set sign_in to true')
  }
}

/** CONFLICT when the workspace has as many connections as it may. Until the transaction ends nobody else adds one. */
export async function refuseTooMany(trx: Trx, workspaceId: string): Promise<void> {
  const { perWorkspace } = CONNECTION_LIMITS
  if ((await countConnections(trx, workspaceId)) < perWorkspace) return
  throw new AppError('CONFLICT', `A workspace can have at most ${perWorkspace} connections.`)
}

/** A sandbox key reaches no account of anybody. */
export function refuseAccountToSandboxKey({ livemode }: WorkspacePrincipal): void {
  if (!livemode) throw invalidField('sandbox', 'must be true with a sandbox key')
}
