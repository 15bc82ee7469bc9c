import type { Db, Trx } from '#db/types.ts'
import type { PlatformRegistry } from '#platforms/port.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspacePrincipal } from '#shared/principal.ts'
import type { Clock } from '#shared/clock.ts'
import type { Keyring } from '#shared/keyring.ts'
import type { Logger } from '#shared/logger.ts'
import type { StoredConnection } from './connections.repository.ts'
import { isPosting } from './connection-accounts.repository.ts'
import { lockConnection, markDeleted } from './connections.repository.ts'
import { noSuchConnection } from './present-connection.ts'
import { revokeAccess } from './revoke-access.ts'
import { signInPlatformOf } from './tokens/sign-in-platform.ts'

export interface DeleteDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly keyring: Keyring
  readonly logger: Logger
  readonly platforms: Pick<PlatformRegistry, 'find'>
}

interface DeleteOptions {
  readonly principal: WorkspacePrincipal
  readonly id: string
}

/** Deletes a connection and its tokens. CONFLICT while something is being published to it. */
export async function deleteConnection(
  trx: Trx,
  { clock }: Pick<DeleteDependencies, 'clock'>,
  { principal, id }: DeleteOptions,
): Promise<StoredConnection> {
  const connection = await lockConnection(trx, principal, id)
  if (!connection) throw noSuchConnection()
  if (await isPosting(trx, connection.id)) {
    throw new AppError(
      'CONFLICT',
      'A post is being published to the connection. Wait until that is finished, then delete it.',
    )
  }
  await markDeleted(trx, connection.id, clock.now())
  return connection
}

/** Gives up the access of a connection that was deleted. */
export async function giveUpAccess(dependencies: DeleteDependencies, deleted: StoredConnection): Promise<void> {
  await revokeAccess(dependencies, dependencies.platforms.find(signInPlatformOf(deleted))?.connector, deleted)
}
