import type { Config } from '#config/index.ts'
import type { GuardedStream } from '#outbound/index.ts'
import { createGuardedStream } from '#outbound/index.ts'
import { MEDIA_RULES } from '@powerpost/contract'
import { userAgentOf } from './user-agent.ts'

/** The largest file at 900 kB/s. */
const TIMEOUT_MS = 10 * 60_000
const IDLE_TIMEOUT_MS = 20_000

/** What reads the files that callers name: from public addresses by HTTPS alone, unless the operator allows others. */
export function createDownload(config: Config): GuardedStream {
  return createGuardedStream({
    allowPrivate: config.allowPrivateUrls,
    timeoutMs: TIMEOUT_MS,
    idleTimeoutMs: IDLE_TIMEOUT_MS,
    maxBytes: MEDIA_RULES.video.maxBytes,
    maxRedirects: 5,
    userAgent: userAgentOf(config),
  })
}
