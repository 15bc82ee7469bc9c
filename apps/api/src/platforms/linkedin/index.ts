import type { PlatformAdapter } from '../port.ts'
import type { ApiOptions } from './api.ts'
import { createLinkedInApi } from './api.ts'
import { LINKEDIN_CAPABILITIES } from './capabilities.ts'
import { createChoices } from './choices.ts'
import type { LinkedInApp } from './connector.ts'
import { createLinkedInConnector } from './connector.ts'
import { createLinkedInMetrics } from './metrics.ts'
import { createLinkedInPublisher } from './publisher.ts'

export { LINKEDIN_API_URL, LINKEDIN_API_VERSION, LINKEDIN_AUTHORIZE_URL, LINKEDIN_TOKEN_URL } from './endpoints.ts'

export type LinkedInOptions = ApiOptions & LinkedInApp

/** LinkedIn, for members and for the organizations that they may post for. */
export function createLinkedIn(options: LinkedInOptions): PlatformAdapter<'linkedin'> {
  const api = createLinkedInApi(options)
  return {
    capabilities: LINKEDIN_CAPABILITIES,
    publisher: createLinkedInPublisher({ ...options, api }),
    connector: createLinkedInConnector({ ...options, api }),
    choices: createChoices(api),
    metrics: createLinkedInMetrics(api),
  }
}
