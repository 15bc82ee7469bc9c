import type { Connection, ConnectionAuthorization, ConnectionPage } from '@powerpost/contract'
import { expect } from 'vitest'
import type { FacebookServer } from '../fake-platforms/facebook-server.ts'
import type { SeenPage } from './sign-in.ts'
import { fieldOf, readRequest, see, submit } from './sign-in.ts'
import type { TestServer } from './test-server.ts'

const CONNECTIONS = '/api/v1/connections'

/** The settings by which a server speaks to the fake Facebook. */
export function facebookSettingsOf({ apiUrl, authorizeUrl, uploadUrl, app }: FacebookServer): Record<string, string> {
  return {
    // Metrics have a server of their own: test/fake-platforms/metrics-server.ts.
    POWERPOST_ANALYTICS_PLATFORMS: 'none',
    POWERPOST_ALLOW_PRIVATE_URLS: 'true',
    POWERPOST_FACEBOOK_CLIENT_ID: app.clientId,
    POWERPOST_FACEBOOK_CLIENT_SECRET: app.clientSecret,
    ...(app.configId !== undefined && { POWERPOST_FACEBOOK_CONFIG_ID: app.configId }),
    POWERPOST_FACEBOOK_API_URL: apiUrl,
    POWERPOST_FACEBOOK_AUTHORIZE_URL: authorizeUrl,
    POWERPOST_META_UPLOAD_URL: uploadUrl,
  }
}

type Requester = Pick<TestServer, 'url' | 'request' | 'post'>
type Choice = Parameters<FacebookServer['consent']>[1]

export async function startFacebookSignIn(server: Requester): Promise<ConnectionAuthorization> {
  const response = await server.post(CONNECTIONS, { platform: 'facebook' })
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as ConnectionAuthorization
}

/** A person signs in to the fake Facebook; what this server shows them then. */
export async function signInToFacebook(
  server: Requester,
  facebook: FacebookServer,
  choice: Choice = {},
): Promise<{ readonly requestId: string; readonly page: SeenPage }> {
  const { authorize_url, request_id: requestId } = await startFacebookSignIn(server)
  const page = await see(facebook.consent(authorize_url, choice))
  return { requestId, page }
}

/** A person connects pages, and Instagram accounts, by the names that this server shows. */
export async function connectPages(
  server: Requester,
  facebook: FacebookServer,
  names: readonly string[],
  choice: Choice = {},
): Promise<readonly Connection[]> {
  const { requestId, page } = await signInToFacebook(server, facebook, choice)
  expect(page.status).toBe(303)
  const { choices = [] } = await readRequest(server, requestId)
  const chosen = choices.filter(({ display_name }) => names.includes(display_name))
  const shown = await see(page.location)
  const form = new URL('choose', page.location).href
  const choice_ids = chosen.map(({ choice_id }) => choice_id)
  const done = await submit(form, { token: fieldOf(shown, 'token'), choice_ids })
  expect([done.status, choice_ids.length]).toEqual([200, names.length])
  const all = await listAllConnections(server)
  return names.flatMap((name) => all.find(({ display_name }) => display_name === name) ?? [])
}

export async function listAllConnections(server: Pick<Requester, 'request'>): Promise<readonly Connection[]> {
  return ((await (await server.request(`${CONNECTIONS}?limit=100`)).json()) as ConnectionPage).data
}
