import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { POST_STORAGE_LIMITS } from '@powerpost/contract'
import { removeSandboxPosts } from './posts.repository.ts'

const DAY_MS = 24 * 3600_000

/** Few enough for one short transaction. */
const BATCH_SIZE = 200

/** Removes posts of the sandbox that ended long ago: they cost nothing, and cannot be deleted. */
export async function sweepSandboxPosts({ db, clock }: { readonly db: Db; readonly clock: Clock }): Promise<void> {
  const before = new Date(clock.now().getTime() - POST_STORAGE_LIMITS.sandboxDays * DAY_MS)
  let removed: number
  do {
    removed = await db.transaction().execute((trx) => removeSandboxPosts(trx, before, BATCH_SIZE))
  } while (removed === BATCH_SIZE)
}
