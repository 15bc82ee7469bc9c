import type { Config } from '#config/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import {
  createLinkedIn,
  LINKEDIN_API_URL,
  LINKEDIN_API_VERSION,
  LINKEDIN_AUTHORIZE_URL,
  LINKEDIN_TOKEN_URL,
} from '#platforms/linkedin/index.ts'
import type { PlatformAdapter } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import { userAgentOf } from './user-agent.ts'

/** A picture, or a part of a video, has to get through a slow line; an answer is short, but names the addresses of all parts of a video. */
const BOUNDS = { timeoutMs: 110_000, idleTimeoutMs: 60_000, maxBytes: 2_000_000, maxRedirects: 0 }

interface LinkedInDependencies {
  readonly config: Config
  readonly clock: Clock
}

/** LinkedIn, if the operator has an app there. */
export function createLinkedInFromConfig({
  config,
  clock,
}: LinkedInDependencies): PlatformAdapter<'linkedin'> | undefined {
  const { linkedin } = config.platformApps
  if (!linkedin) return undefined
  // An address of the operator's own may stand in a private network; LinkedIn's may not.
  const isOwn = linkedin.apiUrl !== undefined || linkedin.tokenUrl !== undefined
  const allowPrivate = config.allowPrivateUrls && isOwn
  return createLinkedIn({
    fetch: createGuardedFetch({ ...BOUNDS, userAgent: userAgentOf(config), allowPrivate }),
    clock,
    baseUrl: linkedin.apiUrl ?? LINKEDIN_API_URL,
    version: linkedin.apiVersion ?? LINKEDIN_API_VERSION,
    clientId: linkedin.clientId,
    clientSecret: linkedin.clientSecret ?? '',
    authorizeUrl: linkedin.authorizeUrl ?? LINKEDIN_AUTHORIZE_URL,
    tokenUrl: linkedin.tokenUrl ?? LINKEDIN_TOKEN_URL,
    scopes: linkedin.scopes,
  })
}
