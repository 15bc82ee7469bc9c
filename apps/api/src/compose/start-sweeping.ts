import { sweepConnectionRequests } from '#features/connections/index.ts'
import { sweepIdempotencyKeys } from '#features/idempotency/index.ts'
import { sweepUploads } from '#features/media/index.ts'
import { sweepWebhooks } from '#features/webhooks/index.ts'
import { repeat } from '#shared/repeat.ts'
import type { Parts } from './parts.ts'

const UPLOADS_EVERY_MS = 10 * 60_000
const WEBHOOKS_EVERY_MS = 60 * 60_000
const CONNECTION_REQUESTS_EVERY_MS = 60 * 60_000
const IDEMPOTENCY_KEYS_EVERY_MS = 60 * 60_000

/** Removes what is no longer of use, now and again. Answers how to stop. */
export function startSweeping({ logger, clock, database, storage }: Parts): () => void {
  const { db } = database
  const stops = [
    repeat({
      name: 'sweeping uploads',
      everyMs: UPLOADS_EVERY_MS,
      work: () => sweepUploads({ db, storage, clock, logger }),
      logger,
    }),
    repeat({
      name: 'sweeping idempotency keys',
      everyMs: IDEMPOTENCY_KEYS_EVERY_MS,
      work: () => sweepIdempotencyKeys({ db, clock }),
      logger,
    }),
    repeat({
      name: 'sweeping connection requests',
      everyMs: CONNECTION_REQUESTS_EVERY_MS,
      work: () => sweepConnectionRequests({ db, clock }),
      logger,
    }),
    repeat({
      name: 'sweeping webhook events',
      everyMs: WEBHOOKS_EVERY_MS,
      work: () => sweepWebhooks({ db, clock }),
      logger,
    }),
  ]
  return () => stops.forEach((stop) => stop())
}
