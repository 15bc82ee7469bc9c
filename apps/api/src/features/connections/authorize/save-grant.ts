import type { Trx } from '#db/types.ts'
import type { Grant, PlatformAccount } from '#platforms/port.ts'
import { AppError } from '#shared/app-error.ts'
import type { Clock } from '#shared/clock.ts'
import { makeId } from '#shared/ids.ts'
import type { Keyring } from '#shared/keyring.ts'
import { holdWorkspace, insertConnection, lockConnectionOfAccount, renewConnection } from '../connections.repository.ts'
import { refuseTooMany } from '../create-connection.ts'
import { toGrantColumns } from '../tokens/grant-columns.ts'
import type { StoredRequest } from './connection-requests.repository.ts'

interface SaveOptions {
  readonly request: StoredRequest
  readonly grant: Grant
  readonly account: PlatformAccount
}

/** Makes a connection of a grant, or renews the one that the workspace has to the same account. CONFLICT when it cannot. */
export async function saveGrant(
  trx: Trx,
  { clock, keyring }: { readonly clock: Clock; readonly keyring: Keyring },
  { request, grant, account }: SaveOptions,
): Promise<void> {
  const { workspace_id, livemode, platform, account_id } = request
  const { platformAccountId: platform_account_id, displayName: display_name } = account
  if (!(await holdWorkspace(trx, workspace_id))) {
    throw new AppError('CONFLICT', 'The workspace of this connection was deleted.')
  }
  const now = clock.now()
  const place = { workspaceId: workspace_id, livemode, platform, platformAccountId: platform_account_id }
  const before = await lockConnectionOfAccount(trx, place)
  if (before) {
    const columns = toGrantColumns(grant, { keyring, connectionId: before.id })
    await renewConnection(trx, before, { ...columns, display_name, status: 'active', updated_at: now })
    return
  }
  await refuseTooMany(trx, workspace_id)
  const id = makeId(clock)
  await insertConnection(trx, {
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
    created_at: now,
    updated_at: now,
  })
}
