import type { Config } from '#config/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import type { GraphOptions } from '#platforms/meta/index.ts'
import {
  FACEBOOK_API_URL,
  FACEBOOK_VIDEO_URL,
  INSTAGRAM_API_URL,
  META_API_VERSION,
  META_UPLOAD_URL,
} from '#platforms/meta/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { userAgentOf } from './user-agent.ts'

/** A segment of a video has to get through a slow line; an answer is short. */
const BOUNDS = { timeoutMs: 110_000, idleTimeoutMs: 60_000, maxBytes: 1_000_000, maxRedirects: 0 }

/** Where one of Meta's sign-ins is answered: all of a Graph API but the platform that asks it. */
export type MetaHost = Omit<GraphOptions, 'name' | 'rules'>

interface MetaDependencies {
  readonly config: Config
  readonly clock: Clock
  readonly logger: Logger
}

/** The hosts of the apps that are set up: of Facebook Login, which reaches Instagram accounts too, and of Instagram Login. */
export function createMetaHosts({ config, clock, logger }: MetaDependencies): {
  readonly facebook: MetaHost | undefined
  readonly instagram: MetaHost | undefined
} {
  const { facebook, instagram } = config.platformApps
  const onVersionWarning = (warning: string) =>
    logger.warn({ warning }, 'Meta warns of the version of its API: POWERPOST_META_API_VERSION sets another')
  // An address of the operator's own may stand in a private network; Meta's may not.
  const fetchFor = (...own: readonly (string | undefined)[]) =>
    createGuardedFetch({
      ...BOUNDS,
      userAgent: userAgentOf(config),
      allowPrivate: config.allowPrivateUrls && own.some((address) => address !== undefined),
    })
  return {
    facebook: facebook && {
      fetch: fetchFor(facebook.apiUrl, facebook.uploadUrl),
      clock,
      apiUrl: facebook.apiUrl ?? FACEBOOK_API_URL,
      videoUrl: facebook.apiUrl ?? FACEBOOK_VIDEO_URL,
      uploadUrl: facebook.uploadUrl ?? META_UPLOAD_URL,
      version: facebook.apiVersion ?? META_API_VERSION,
      ...(facebook.clientSecret !== undefined && { appSecret: facebook.clientSecret }),
      onVersionWarning,
    },
    instagram: instagram && {
      fetch: fetchFor(instagram.apiUrl, instagram.tokenUrl),
      clock,
      apiUrl: instagram.apiUrl ?? INSTAGRAM_API_URL,
      version: instagram.apiVersion ?? META_API_VERSION,
      onVersionWarning,
    },
  }
}
