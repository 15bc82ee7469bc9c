import type { AccountCapabilities } from '@powerpost/contract'
import type { StepOptions } from '../port.ts'
import type { YouTubeApi } from './api.ts'
import { PATHS } from './endpoints.ts'
import { COSTS, UNVERIFIED_SECONDS } from './limits.ts'
import { channelsSchema } from './wire.ts'

/**
 * How long a channel's videos may be: one whose owner has not confirmed a phone number uploads none of more than 15 minutes.
 * https://developers.google.com/youtube/data/reference/rest/v3/channels: `status.longUploadsStatus`
 *
 * @throws PlatformError
 */
export async function describeChannel(api: YouTubeApi, options: StepOptions): Promise<AccountCapabilities> {
  const { items } = await api.ask(
    channelsSchema,
    {
      method: 'GET',
      to: { api: PATHS.channels },
      query: { part: 'status', id: options.connection.platformAccountId },
      cost: { quota: 'units', amount: COSTS.list },
    },
    options,
  )
  const status = items[0]?.status?.longUploadsStatus
  return status === 'eligible' || status === 'disallowed'
    ? { options: [], video_seconds: UNVERIFIED_SECONDS }
    : { options: [] }
}
