import type { Db } from '#db/types.ts'
import type { Clock } from '#shared/clock.ts'
import { expireRequests, removeEndedRequests } from './authorize/connection-requests.repository.ts'

/** For so long a person sees that their link is too old, rather than unknown; as long as an `Idempotency-Key` names it. */
const KEPT_MS = 24 * 3600_000

/** Ends the requests that came to nothing in time, with the tokens of their choices, and deletes them a day later. */
export async function sweepConnectionRequests({
  db,
  clock,
}: {
  readonly db: Db
  readonly clock: Clock
}): Promise<void> {
  await expireRequests(db, clock.now())
  await removeEndedRequests(db, new Date(clock.now().getTime() - KEPT_MS))
}
