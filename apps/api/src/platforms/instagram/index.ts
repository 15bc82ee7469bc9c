import type { Clock } from '#shared/clock.ts'
import type { GraphOptions } from '../meta/index.ts'
import { createGraphApi } from '../meta/index.ts'
import type { PlatformAdapter } from '../port.ts'
import { apiOf } from './api.ts'
import { askLimits } from './ask-limits.ts'
import { INSTAGRAM_CAPABILITIES } from './capabilities.ts'
import type { InstagramApp } from './connector.ts'
import { createInstagramConnector } from './connector.ts'
import { INSTAGRAM_ERROR_RULES } from './error-rules.ts'
import { createInstagramMetrics } from './metrics.ts'
import { createInstagramPublisher } from './publisher.ts'

export { INSTAGRAM_AUTHORIZE_URL, INSTAGRAM_TOKEN_URL } from './endpoints.ts'

/** Where a sign-in is answered. */
type Host = Omit<GraphOptions, 'name' | 'rules'>

export interface InstagramOptions {
  readonly clock: Clock
  /** The app for Instagram Login, with `graph.instagram.com`. Absent: no accounts are connected by Instagram itself. */
  readonly login?: InstagramApp & { readonly host: Host }
  /** `graph.facebook.com`, for accounts behind pages of Facebook. Absent: there are none. One of the two has to be there. */
  readonly pages?: Host
}

/** Instagram, for professional accounts that people connect by its own sign-in or by that of Facebook. */
export function createInstagram({ clock, login, pages }: InstagramOptions): PlatformAdapter<'instagram'> {
  const createApi = (host: Host) => createGraphApi({ ...host, name: 'Instagram', rules: INSTAGRAM_ERROR_RULES })
  const loginApi = login && createApi(login.host)
  const apis = { login: loginApi, pages: pages && createApi(pages) }
  const { fetch, apiUrl } = login?.host ?? {}
  return {
    capabilities: INSTAGRAM_CAPABILITIES,
    publisher: createInstagramPublisher({ apis, clock }),
    metrics: createInstagramMetrics(apis),
    describeLimits: async (options) => askLimits(apiOf(apis, options), options),
    ...(login &&
      loginApi &&
      fetch &&
      apiUrl !== undefined && {
        connector: createInstagramConnector({ ...login, fetch, apiUrl, clock, api: loginApi }),
      }),
  }
}
