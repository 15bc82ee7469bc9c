import type { GuardedFetch } from '#outbound/index.ts'
import type { Clock } from '#shared/clock.ts'
import type { PlatformAdapter } from '../port.ts'
import { createXApi } from './api.ts'
import { X_CAPABILITIES } from './capabilities.ts'
import { createXConnector } from './connector.ts'
import { LIMITS } from './limits.ts'
import { createXMetrics } from './metrics.ts'
import { createXPublisher } from './publisher.ts'

export { X_API_URL, X_AUTHORIZE_URL } from './endpoints.ts'

export interface XOptions {
  readonly fetch: GuardedFetch
  readonly clock: Clock
  /** Without a slash at its end. */
  readonly apiUrl: string
  readonly authorizeUrl: string
  /** Of the operator's app at X. */
  readonly clientId: string
  /** Absent: the app is a public client. */
  readonly clientSecret: string | undefined
  /** Bytes of a segment of an upload. @default 4 MiB */
  readonly segmentBytes?: number
}

/** X, for accounts that people connect. */
export function createX(options: XOptions): PlatformAdapter<'x'> {
  const { fetch, clock, apiUrl: baseUrl, segmentBytes = LIMITS.segmentBytes } = options
  const api = createXApi({ fetch, baseUrl, clock })
  return {
    capabilities: X_CAPABILITIES,
    publisher: createXPublisher({ api, clock, segmentBytes }),
    connector: createXConnector({ ...options, baseUrl }),
    metrics: createXMetrics(api),
  }
}
