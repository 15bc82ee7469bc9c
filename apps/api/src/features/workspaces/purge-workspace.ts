import type { Db } from '#db/types.ts'
import { removeConnections } from '#features/connections/index.ts'
import { purgeGenerations } from '#features/content/index.ts'
import { purgeImageGenerations } from '#features/images/index.ts'
import type { MediaLinks } from '#features/media/index.ts'
import { purgeMedia } from '#features/media/index.ts'
import type { EndPublishing } from '#features/posts/index.ts'
import { purgePosts } from '#features/posts/index.ts'
import { removeWritingStyles } from '#features/writing-styles/index.ts'
import type { RecordEvent } from '#features/webhooks/index.ts'
import { removeWebhooks } from '#features/webhooks/index.ts'
import type { AttemptOf } from '#jobs/worker.ts'
import type { Clock } from '#shared/clock.ts'
import type { Storage } from '#storage/port.ts'
import type { WorkspaceJobs } from './jobs.ts'

interface PurgeDependencies {
  readonly db: Db
  readonly storage: Storage
  readonly clock: Clock
  readonly recordEvent: RecordEvent
  readonly mediaLinks: MediaLinks
  readonly endPublishing: EndPublishing
}

/**
 * Removes what a deleted workspace held, and it. What a request put in while it was deleted keeps the last step from
 * happening, and another attempt removes that too.
 */
export async function purgeWorkspace(
  { db, storage, clock, recordEvent, mediaLinks, endPublishing }: PurgeDependencies,
  attempt: AttemptOf<WorkspaceJobs, 'purge-workspace'>,
): Promise<void> {
  const { workspace_id: workspaceId } = attempt.data
  const { signal } = attempt
  // First: they name generations, media and connections.
  await purgePosts({ db, endPublishing }, { workspaceId, signal })
  await purgeGenerations({ db, clock, recordEvent }, { workspaceId, signal })
  await purgeImageGenerations({ db, clock, recordEvent, mediaLinks }, { workspaceId, signal })
  await purgeMedia({ db, storage }, { workspaceId, signal })
  await db.transaction().execute(async (trx) => {
    await removeWritingStyles(trx, workspaceId)
    await removeConnections(trx, workspaceId)
    await removeWebhooks(trx, workspaceId)
    await trx.deleteFrom('workspaces').where('id', '=', workspaceId).where('deleted_at', 'is not', null).execute()
    await attempt.complete(trx)
  })
}
