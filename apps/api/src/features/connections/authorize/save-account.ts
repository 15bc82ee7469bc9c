import type { Trx } from '#db/types.ts'
import type { Principal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { StoredConnection } from '../connections.repository.ts'
import { lockConnectionOfAccount } from '../connection-accounts.repository.ts'
import { insertConnection, lockWorkspace, renewConnection } from '../connections.repository.ts'
import { refuseTooMany } from '../create-connection.ts'
import type { RenewalPlanning } from '../tokens/grant-columns.ts'
import { NO_TOKENS, toGrantColumns } from '../tokens/grant-columns.ts'
import type { StoredRequest } from './connection-requests.repository.ts'
import type { Choice } from './sealed-choices.ts'

export interface SaveDependencies extends Omit<RenewalPlanning, 'renewal'> {
  readonly clock: Clock
  readonly keyring: Keyring
}

interface SaveOptions {
  readonly request: StoredRequest
  readonly principal: Principal
  readonly account: Choice
  readonly renewal: RenewalPlanning['renewal']
}

/**
 * Connects an account: renews the connection that the workspace has to it, brings back one that was deleted, or makes one.
 * CONFLICT when the workspace has too many.
 */
export async function saveAccount(
  trx: Trx,
  dependencies: SaveDependencies,
  { request, principal, account, renewal }: SaveOptions,
): Promise<StoredConnection> {
  const { clock, keyring } = dependencies
  const { workspace_id, livemode, account_id, sandbox } = request
  const { platform = request.platform, platformAccountId: platform_account_id } = account
  const shown = {
    display_name: account.displayName,
    account_kind: account.kind,
    picture_url: account.pictureUrl ?? null,
    sign_in_platform: platform === request.platform ? null : request.platform,
    capabilities: null,
    capabilities_checked_at: null,
    capabilities_asked_at: null,
    capabilities_error: null,
    choices: null,
  }
  const columnsOf = (connectionId: string) =>
    sandbox ? NO_TOKENS : toGrantColumns(account.grant, { ...dependencies, renewal, keyring, connectionId })
  await lockWorkspace(trx, workspace_id)
  const now = clock.now()
  const place = { workspaceId: workspace_id, livemode, platform, sandbox, platformAccountId: platform_account_id }
  const before = await lockConnectionOfAccount(trx, place)
  if (before) {
    if (before.deleted_at !== null) await refuseTooMany(trx, workspace_id)
    return renewConnection(trx, before, {
      ...columnsOf(before.id),
      ...shown,
      status: 'active',
      deleted_at: null,
      renewed_at: null,
      updated_at: now,
    })
  }
  await refuseTooMany(trx, workspace_id)
  const id = makeId(clock)
  return insertConnection(trx, {
    id,
    account_id,
    workspace_id,
    livemode,
    platform,
    sandbox,
    platform_account_id,
    ...shown,
    status: 'active',
    ...columnsOf(id),
    created_by: storePrincipal(principal),
    created_at: now,
    updated_at: now,
  })
}
