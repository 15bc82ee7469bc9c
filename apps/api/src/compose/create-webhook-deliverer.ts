import { createDeliverer } from '#features/webhooks/index.ts'
import type { LeaseWorker } from '#jobs/lease-worker.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import { RESPONSE_EXCERPT_BYTES } from '@powerpost/contract'
import type { Parts } from './parts.ts'
import { userAgentOf } from './user-agent.ts'

/** An endpoint answers within this, or the attempt has failed. */
const TIMEOUT_MS = 10_000

/** What sends webhooks: to public addresses by HTTPS alone, unless the operator allows others. */
export function createWebhookDeliverer({ config, database, clock, keyring, logger }: Parts): LeaseWorker {
  const fetch = createGuardedFetch({
    allowPrivate: config.allowPrivateUrls,
    timeoutMs: TIMEOUT_MS,
    maxBytes: RESPONSE_EXCERPT_BYTES,
    longBody: 'cut',
    maxRedirects: 0,
    userAgent: userAgentOf(config),
  })
  return createDeliverer({ db: database.db, clock, keyring, logger, fetch, random: Math.random })
}
