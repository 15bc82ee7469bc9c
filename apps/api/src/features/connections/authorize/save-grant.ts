import type { Trx } from '#db/types.ts'
import type { Grant, PlatformAccount } from '#platforms/port.ts'
import type { Change } from '#features/audit/index.ts'
import type { Caller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import { storePrincipal } from '#shared/principal.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { Connection } from '@powerpost/contract'
import { insertConnection, lockConnectionOfAccount, lockWorkspace, renewConnection } from '../connections.repository.ts'
import { refuseTooMany } from '../create-connection.ts'
import { toConnection } from '../present-connection.ts'
import { toGrantColumns } from '../tokens/grant-columns.ts'
import type { StoredRequest } from './connection-requests.repository.ts'

interface SaveOptions {
  readonly request: StoredRequest
  readonly caller: Caller
  readonly grant: Grant
  readonly account: PlatformAccount
}

/** Makes a connection of a grant, or renews the one that the workspace has to the same account. CONFLICT when it cannot. */
export async function saveGrant(
  trx: Trx,
  { clock, keyring }: { readonly clock: Clock; readonly keyring: Keyring },
  { request, caller, grant, account }: SaveOptions,
): Promise<Change<Connection>> {
  const { workspace_id, livemode, platform, account_id } = request
  const { platformAccountId: platform_account_id, displayName: display_name } = account
  await lockWorkspace(trx, workspace_id)
  const now = clock.now()
  const place = { workspaceId: workspace_id, livemode, platform, platformAccountId: platform_account_id }
  const before = await lockConnectionOfAccount(trx, place)
  if (before) {
    const columns = toGrantColumns(grant, { keyring, connectionId: before.id })
    const renewed = await renewConnection(trx, before, { ...columns, display_name, status: 'active', updated_at: now })
    return { before: toConnection(before, now), body: toConnection(renewed, now) }
  }
  await refuseTooMany(trx, workspace_id)
  const id = makeId(clock)
  const connection = await insertConnection(trx, {
    id,
    account_id,
    workspace_id,
    livemode,
    platform,
    sandbox: false,
    display_name,
    platform_account_id,
    status: 'active',
    ...toGrantColumns(grant, { keyring, connectionId: id }),
    created_by: storePrincipal(caller),
    created_at: now,
    updated_at: now,
  })
  return { body: toConnection(connection, now) }
}
