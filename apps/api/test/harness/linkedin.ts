import type { Connection, ConnectionAuthorization, ConnectionPage } from '@powerpost/contract'
import { expect } from 'vitest'
import type { LinkedInServer } from '../fake-platforms/linkedin-server.ts'
import type { SeenPage } from './sign-in.ts'
import { fieldOf, readRequest, see, submit } from './sign-in.ts'
import type { TestServer } from './test-server.ts'

const CONNECTIONS = '/api/v1/connections'

/** The settings by which a server speaks to the fake LinkedIn. */
export function linkedInSettingsOf({ url, authorizeUrl, tokenUrl, app }: LinkedInServer): Record<string, string> {
  return {
    // Metrics have a server of their own: test/fake-platforms/metrics-server.ts.
    POWERPOST_ANALYTICS_PLATFORMS: 'none',
    POWERPOST_ALLOW_PRIVATE_URLS: 'true',
    POWERPOST_LINKEDIN_CLIENT_ID: app.clientId,
    POWERPOST_LINKEDIN_CLIENT_SECRET: app.clientSecret,
    POWERPOST_LINKEDIN_SCOPES: app.scopes.join(' '),
    POWERPOST_LINKEDIN_API_URL: url,
    POWERPOST_LINKEDIN_AUTHORIZE_URL: authorizeUrl,
    POWERPOST_LINKEDIN_TOKEN_URL: tokenUrl,
  }
}

type Requester = Pick<TestServer, 'url' | 'request' | 'post'>
type Choice = Parameters<LinkedInServer['consent']>[1]

/** A person signs in to the fake LinkedIn; what this server shows them then. */
export async function signInToLinkedIn(
  server: Requester,
  linkedin: LinkedInServer,
  choice: Choice = {},
): Promise<{ readonly requestId: string; readonly page: SeenPage }> {
  const response = await server.post(CONNECTIONS, { platform: 'linkedin' })
  expect(response.status, await response.clone().text()).toBe(200)
  const { authorize_url, request_id: requestId } = (await response.json()) as ConnectionAuthorization
  return { requestId, page: await see(linkedin.consent(authorize_url, choice)) }
}

/** A person connects accounts by the names that this server shows. */
export async function connectLinkedIn(
  server: Requester,
  linkedin: LinkedInServer,
  names: readonly string[],
): Promise<readonly Connection[]> {
  const { requestId, page } = await signInToLinkedIn(server, linkedin)
  expect(page.status).toBe(303)
  const { choices = [] } = await readRequest(server, requestId)
  const chosen = choices.filter(({ display_name }) => names.includes(display_name))
  const shown = await see(page.location)
  const form = new URL('choose', page.location).href
  const choice_ids = chosen.map(({ choice_id }) => choice_id)
  const done = await submit(form, { token: fieldOf(shown, 'token'), choice_ids })
  expect([done.status, choice_ids.length]).toEqual([200, names.length])
  const response = await server.request(`${CONNECTIONS}?platform=linkedin&limit=100`)
  const { data } = (await response.json()) as ConnectionPage
  return names.flatMap((name) => data.find(({ display_name }) => display_name === name) ?? [])
}
