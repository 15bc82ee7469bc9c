import type { Config } from '#config/index.ts'
import type { GuardedFetch } from '#outbound/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import { RESPONSE_EXCERPT_BYTES } from '@powerpost/contract'
import { userAgentOf } from './user-agent.ts'

/** An endpoint answers within this, or the attempt has failed. */
const TIMEOUT_MS = 10_000

/** What sends webhooks: to public addresses by HTTPS only, unless the operator allows others. */
export function createEndpointFetch(config: Config): GuardedFetch {
  return createGuardedFetch({
    allowPrivate: config.allowPrivateUrls,
    timeoutMs: TIMEOUT_MS,
    maxBytes: RESPONSE_EXCERPT_BYTES,
    longBody: 'cut',
    maxRedirects: 0,
    userAgent: userAgentOf(config),
  })
}
