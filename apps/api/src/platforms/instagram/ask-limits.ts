import type { PlatformLimit, StepOptions } from '../port.ts'
import type { AccountApi } from './api.ts'
import { PATHS } from './endpoints.ts'
import { limitSchema } from './wire.ts'

/**
 * How many posts an account may make in a day, and made: Instagram's own pages tell several figures, so it is asked. Empty: it does not say.
 *
 * @throws PlatformError
 */
export async function askLimits({ api, account }: AccountApi, options: StepOptions): Promise<PlatformLimit[]> {
  const query = { fields: 'config,quota_usage' }
  const { data } = await api.ask(limitSchema, { method: 'GET', path: PATHS.limit(account), query }, options)
  const { quota_usage: used = 0, config } = data[0] ?? {}
  const total = config?.quota_total
  if (total === undefined) return []
  // Of a moving day: it has no time at which it is reset.
  return [{ name: 'posts_24h', used, total, scope: 'account', source: 'content_publishing_limit of Instagram' }]
}
