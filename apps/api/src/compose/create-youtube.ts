import type { Config } from '#config/index.ts'
import type { Db } from '#db/types.ts'
import { countAccountsOn } from '#features/connections/index.ts'
import { createQuotaCounter } from '#features/quotas/index.ts'
import { createGuardedFetch } from '#outbound/index.ts'
import type { PlatformAdapter } from '#platforms/port.ts'
import {
  createYouTube,
  YOUTUBE_API_URL,
  YOUTUBE_AUTHORIZE_URL,
  YOUTUBE_TOKEN_URL,
  YOUTUBE_UPLOAD_URL,
} from '#platforms/youtube/index.ts'
import type { Clock } from '#shared/clock.ts'
import { userAgentOf } from './user-agent.ts'

/** A chunk of 8 MiB has to get through a slow line, or a good part of it: the upload goes on from there. */
const BOUNDS = { timeoutMs: 80_000, idleTimeoutMs: 30_000, maxBytes: 1_000_000, maxRedirects: 0 }

interface YouTubeDependencies {
  readonly config: Config
  readonly db: Db
  readonly clock: Clock
}

/** YouTube, where the operator has an app at Google. */
export function createYouTubeFromConfig({
  config,
  db,
  clock,
}: YouTubeDependencies): PlatformAdapter<'youtube'> | undefined {
  const { youtube } = config.platformApps
  if (!youtube) return undefined
  const { clientId, clientSecret = '', apiUrl = YOUTUBE_API_URL, uploadUrl = YOUTUBE_UPLOAD_URL } = youtube
  const isOwn = youtube.apiUrl !== undefined || youtube.uploadUrl !== undefined
  return createYouTube({
    // An address of the operator's own may stand in a private network; Google's may not.
    fetch: createGuardedFetch({ ...BOUNDS, userAgent: userAgentOf(config), allowPrivate: isOwn }),
    clock,
    counter: createQuotaCounter({ db, clock, platform: 'youtube', app: clientId }),
    clientId,
    clientSecret,
    dailyUploads: youtube.dailyUploads,
    dailyUnits: youtube.dailyUnits,
    accountDailyUploads: youtube.accountDailyUploads,
    countAccounts: () => countAccountsOn(db, 'youtube'),
    apiUrl,
    uploadUrl,
    authorizeUrl: youtube.authorizeUrl ?? YOUTUBE_AUTHORIZE_URL,
    tokenUrl: youtube.tokenUrl ?? YOUTUBE_TOKEN_URL,
  })
}
