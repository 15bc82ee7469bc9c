import type { Config } from '#config/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import { createInstagram } from '#platforms/instagram/index.ts'
import {
  FACEBOOK_API_URL,
  INSTAGRAM_API_URL,
  INSTAGRAM_AUTHORIZE_URL,
  INSTAGRAM_TOKEN_URL,
  META_API_VERSION,
  META_UPLOAD_URL,
} from '#platforms/meta/index.ts'
import type { PlatformAdapter } from '#platforms/port.ts'
import type { Clock } from '#shared/clock.ts'
import type { Logger } from '#shared/logger.ts'
import { userAgentOf } from './user-agent.ts'

interface InstagramDependencies {
  readonly config: Config
  readonly clock: Clock
  readonly logger: Logger
}

/** A video is sent in one request; a step of the engine ends before that. */
const BOUNDS = { timeoutMs: 110_000, idleTimeoutMs: 60_000, maxBytes: 2_000_000, maxRedirects: 0 }

/** Instagram, where the operator has an app for its own sign-in, or for that of Facebook, which reaches accounts behind pages. */
export function createInstagramFromConfig({
  config,
  clock,
  logger,
}: InstagramDependencies): PlatformAdapter<'instagram'> | undefined {
  const { instagram, facebook } = config.platformApps
  if (!instagram && !facebook) return undefined
  // Addresses of the operator's own may stand in a private network; Meta's may not.
  const allowPrivate = [instagram, facebook].some((app) => (app?.apiUrl ?? app?.uploadUrl) !== undefined)
  return createInstagram({
    fetch: createGuardedFetch({ ...BOUNDS, userAgent: userAgentOf(config), allowPrivate }),
    clock,
    version: (instagram ?? facebook)?.apiVersion ?? META_API_VERSION,
    onVersionWarning: (warning) => logger.warn({ platform: 'instagram', warning }, 'Meta warns of the version of its API'),
    ...(instagram && {
      login: {
        clientId: instagram.clientId,
        clientSecret: instagram.clientSecret ?? '',
        apiUrl: instagram.apiUrl ?? INSTAGRAM_API_URL,
        authorizeUrl: instagram.authorizeUrl ?? INSTAGRAM_AUTHORIZE_URL,
        tokenUrl: instagram.tokenUrl ?? INSTAGRAM_TOKEN_URL,
      },
    }),
    ...(facebook && {
      pages: {
        clientSecret: facebook.clientSecret ?? '',
        apiUrl: facebook.apiUrl ?? FACEBOOK_API_URL,
        uploadUrl: facebook.uploadUrl ?? META_UPLOAD_URL,
      },
    }),
  })
}
