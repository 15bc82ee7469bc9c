import type { GuardedFetch } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { PlatformAdapter, QuotaCounter } from '../port.ts'
import { createYouTubeApi } from './api.ts'
import { YOUTUBE_CAPABILITIES } from './capabilities.ts'
import { createChoices } from './choices.ts'
import { createYouTubeConnector } from './connector.ts'
import { describeChannel } from './describe-channel.ts'
import { DAILY_QUOTAS, LIMITS } from './limits.ts'
import { createYouTubeMetrics } from './metrics.ts'
import { createYouTubePublisher } from './publisher.ts'
import { createQuotas } from './quotas.ts'

export { YOUTUBE_API_URL, YOUTUBE_AUTHORIZE_URL, YOUTUBE_TOKEN_URL, YOUTUBE_UPLOAD_URL } from './endpoints.ts'

export interface YouTubeOptions {
  readonly fetch: GuardedFetch
  readonly clock: Clock
  /** Of the operator's app. */
  readonly counter: QuotaCounter
  /** Without a slash at its end, like the next. */
  readonly apiUrl: string
  readonly uploadUrl: string
  readonly authorizeUrl: string
  readonly tokenUrl: string
  /** Of the operator's app at Google. */
  readonly clientId: string
  readonly clientSecret: string
  /** What Google gave the project for a day. @default 100 uploads, and 10,000 units */
  readonly dailyUploads?: number | undefined
  readonly dailyUnits?: number | undefined
  /** How many uploads of a day one account of this server may have. @default all while it alone has channels, then half */
  readonly accountDailyUploads?: number | undefined
  /** How many accounts of this server have channels. */
  readonly countAccounts: () => Promise<number>
  /** Bytes of a chunk of an upload: a multiple of 256 KiB. @default 8 MiB */
  readonly chunkBytes?: number
}

/** YouTube, for channels that people connect. */
export function createYouTube(options: YouTubeOptions): PlatformAdapter<'youtube'> {
  const { fetch, clock, counter, countAccounts, apiUrl, uploadUrl, chunkBytes = LIMITS.chunkBytes } = options
  const { uploads, units } = DAILY_QUOTAS
  const totals = {
    uploads: { ...uploads, total: options.dailyUploads ?? uploads.total },
    units: { ...units, total: options.dailyUnits ?? units.total },
  }
  const quotas = createQuotas({ counter, clock, totals, accountUploads: options.accountDailyUploads, countAccounts })
  const api = createYouTubeApi({ fetch, clock, quotas, apiUrl, uploadUrl })
  return {
    capabilities: YOUTUBE_CAPABILITIES,
    publisher: createYouTubePublisher({ api, clock, uploadUrl, chunkBytes }),
    connector: createYouTubeConnector({ ...options, api }),
    describeAccount: (step) => describeChannel(api, step),
    describeLimits: ({ connection }) => quotas.describe(connection.accountId),
    countsLimits: true,
    choices: createChoices(api, quotas),
    metrics: createYouTubeMetrics({ api, quotas }),
  }
}
