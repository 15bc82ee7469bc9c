import type { Config } from '#config/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import type { PlatformAdapter } from '#platforms/port.ts'
import { createTikTok, TIKTOK_API_URL, TIKTOK_AUTHORIZE_URL, TIKTOK_TOKEN_URL } from '#platforms/tiktok/index.ts'
import type { Clock } from '#shared/clock.ts'
import { userAgentOf } from './user-agent.ts'

/** A chunk of a video has to get through a slow line; an answer is short. */
const BOUNDS = { timeoutMs: 110_000, idleTimeoutMs: 60_000, maxBytes: 1_000_000, maxRedirects: 0 }

/** TikTok, where the operator has an app for it. */
export function createTikTokFromConfig({
  config,
  clock,
}: {
  readonly config: Config
  readonly clock: Clock
}): PlatformAdapter<'tiktok'> | undefined {
  const { tiktok: app } = config.platformApps
  if (!app) return undefined
  // An address of the operator's own may stand in a private network; TikTok's may not.
  const isOwn = [app.apiUrl, app.tokenUrl, app.uploadUrl].some((address) => address !== undefined)
  return createTikTok({
    fetch: createGuardedFetch({
      ...BOUNDS,
      userAgent: userAgentOf(config),
      allowPrivate: config.allowPrivateUrls && isOwn,
    }),
    clock,
    clientId: app.clientId,
    clientSecret: app.clientSecret ?? '',
    apiUrl: app.apiUrl ?? TIKTOK_API_URL,
    authorizeUrl: app.authorizeUrl ?? TIKTOK_AUTHORIZE_URL,
    tokenUrl: app.tokenUrl ?? TIKTOK_TOKEN_URL,
    uploadUrl: app.uploadUrl,
    scopes: app.scopes,
  })
}
