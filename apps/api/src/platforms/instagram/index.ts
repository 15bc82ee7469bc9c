import type { GuardedFetch } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import { createGraphApi } from '../meta/index.ts'
import type { PlatformAdapter } from '../port.ts'
import { INSTAGRAM_CAPABILITIES } from './capabilities.ts'
import type { InstagramLogin } from './connector.ts'
import { createInstagramConnector } from './connector.ts'
import { INSTAGRAM_ERROR_RULES } from './error-rules.ts'
import { createInstagramPublisher } from './publisher.ts'

/** The operator's app for Facebook Login: accounts behind its pages are published to by `graph.facebook.com`. */
export interface FacebookPages {
  /** Without a version, like the next. */
  readonly apiUrl: string
  readonly uploadUrl: string
  readonly clientSecret: string
}

export interface InstagramOptions {
  readonly fetch: GuardedFetch
  readonly clock: Clock
  /** Of the Graph API, e.g. `v26.0`. */
  readonly version: string
  /** Absent: no accounts can be connected by Instagram itself. */
  readonly login?: InstagramLogin
  /** Absent: no accounts are reached by Facebook. One of the two has to be there. */
  readonly pages?: FacebookPages
  /** Hears what Meta says of the version. */
  readonly onVersionWarning?: (warning: string) => void
}

/** Instagram, for professional accounts that people connect by its own sign-in or by Facebook's. */
export function createInstagram(options: InstagramOptions): PlatformAdapter<'instagram'> {
  const { fetch, clock, version, login, pages, onVersionWarning } = options
  const common = {
    fetch,
    clock,
    name: 'Instagram',
    version,
    rules: INSTAGRAM_ERROR_RULES,
    ...(onVersionWarning && { onVersionWarning }),
  }
  const loginApi = login && createGraphApi({ ...common, apiUrl: login.apiUrl })
  const pagesApi =
    pages &&
    createGraphApi({ ...common, apiUrl: pages.apiUrl, uploadUrl: pages.uploadUrl, appSecret: pages.clientSecret })
  return {
    capabilities: INSTAGRAM_CAPABILITIES,
    publisher: createInstagramPublisher({ apis: { login: loginApi, pages: pagesApi }, clock }),
    ...(login && loginApi && { connector: createInstagramConnector({ ...login, fetch, clock, api: loginApi }) }),
  }
}
