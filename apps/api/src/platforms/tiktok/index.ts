import type { GuardedFetch } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { PlatformAdapter } from '../port.ts'
import { createTikTokApi } from './api.ts'
import { TIKTOK_CAPABILITIES } from './capabilities.ts'
import type { TikTokApp } from './connector.ts'
import { createTikTokConnector } from './connector.ts'
import { askCreator, toCapabilities, toChoices } from './creator.ts'
import { CHUNK_BYTES } from './limits.ts'
import { toFailure } from './errors.ts'
import { createTikTokMetrics } from './metrics.ts'
import { createTikTokPublisher } from './publisher.ts'
import { createUploader } from './upload.ts'

export { TIKTOK_API_URL, TIKTOK_AUTHORIZE_URL, TIKTOK_TOKEN_URL } from './endpoints.ts'

export interface TikTokOptions extends TikTokApp {
  readonly fetch: GuardedFetch
  readonly clock: Clock
  /** Without a slash at its end. */
  readonly apiUrl: string
  /** Takes the place of TikTok's hosts for uploads. Without a slash at its end. */
  readonly uploadUrl?: string | undefined
  /** Bytes of a chunk of a video. @default 6,000,000 */
  readonly chunkBytes?: number
}

/** TikTok, for accounts that people connect. */
export function createTikTok(options: TikTokOptions): PlatformAdapter<'tiktok'> {
  const { fetch, clock, apiUrl: baseUrl, uploadUrl, chunkBytes = CHUNK_BYTES } = options
  const api = createTikTokApi({ fetch, baseUrl, clock })
  const uploader = createUploader({ fetch, uploadUrl })
  return {
    capabilities: TIKTOK_CAPABILITIES,
    publisher: createTikTokPublisher({ api, uploader, clock, chunkBytes }),
    connector: createTikTokConnector({ ...options, baseUrl }),
    metrics: createTikTokMetrics(api, (answer) => toFailure(answer, clock)),
    describeAccount: async (step) => toCapabilities(await askCreator(api, step)),
    choices: { creator_info: async (step) => toChoices(await askCreator(api, step)) },
  }
}
