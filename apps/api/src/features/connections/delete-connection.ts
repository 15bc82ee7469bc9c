import type { Db } from '#db/types.ts'
import { AppError } from '#shared/app-error.ts'
import type { WorkspaceCaller } from '#shared/caller.ts'
import type { Clock } from '#shared/clock.ts'
import { isPosting, lockConnection, markDeleted } from './connections.repository.ts'
import { noSuchConnection } from './present-connection.ts'

interface DeleteDependencies {
  readonly db: Db
  readonly clock: Clock
}

interface DeleteOptions {
  readonly caller: WorkspaceCaller
  readonly id: string
}

/** Deletes a connection and forgets its tokens. CONFLICT while something is being published to it. */
export async function deleteConnection(
  { db, clock }: DeleteDependencies,
  { caller, id }: DeleteOptions,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const connection = await lockConnection(trx, caller, id)
    if (!connection) throw noSuchConnection()
    if (await isPosting(trx, connection.id)) {
      throw new AppError('CONFLICT', 'A post is being published to the connection. Wait for its end, then delete it.')
    }
    await markDeleted(trx, connection.id, clock.now())
  })
}
