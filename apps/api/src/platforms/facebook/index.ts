import type { Clock } from '#shared/clock.ts'
import type { GraphOptions } from '../meta/index.ts'
import { createGraphApi } from '../meta/index.ts'
import type { PlatformAdapter } from '../port.ts'
import { FACEBOOK_CAPABILITIES } from './capabilities.ts'
import { createFacebookConnector } from './connector.ts'
import { FACEBOOK_ERROR_RULES } from './error-rules.ts'
import { LIMITS } from './limits.ts'
import { createFacebookMetrics } from './metrics.ts'
import { createFacebookPublisher } from './publisher.ts'

export { FACEBOOK_AUTHORIZE_URL } from './endpoints.ts'

export interface FacebookOptions {
  /** Where the Graph API is. */
  readonly host: Omit<GraphOptions, 'name' | 'rules'>
  readonly clock: Clock
  readonly authorizeUrl: string
  /** Of the operator's app at Meta. */
  readonly clientId: string
  readonly clientSecret: string
  /** Of a configuration of Facebook Login for Business. */
  readonly configId: string | undefined
  /** Bytes of a part of a video. @default 4 MiB */
  readonly partBytes?: number
}

/** Pages of Facebook, and the sign-in that reaches the Instagram accounts behind them. */
export function createFacebook(options: FacebookOptions): PlatformAdapter<'facebook'> {
  const { host, clock, partBytes = LIMITS.partBytes } = options
  const api = createGraphApi({ ...host, name: 'Facebook', rules: FACEBOOK_ERROR_RULES })
  return {
    capabilities: FACEBOOK_CAPABILITIES,
    publisher: createFacebookPublisher({ api, clock, partBytes }),
    connector: createFacebookConnector({ ...options, api }),
    metrics: createFacebookMetrics(api),
  }
}
