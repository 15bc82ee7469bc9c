import type { Connection, ConnectionAuthorization, ConnectionPage } from '@powerpost/contract'
import { expect } from 'vitest'
import type { InstagramServer } from '../fake-platforms/instagram-server.ts'
import { FIRST_USER } from '../fake-platforms/instagram-server.ts'
import type { TestServer } from './test-server.ts'
import { openPage } from './x.ts'

const CONNECTIONS = '/api/v1/connections'

/** The settings by which a server speaks to the fake Instagram, which fetches media from the server's own address. */
export function instagramSettings({ addresses, app, facebookSecret }: InstagramServer): Record<string, string> {
  return {
    // Metrics have a server of their own: test/fake-platforms/metrics-server.ts.
    POWERPOST_ANALYTICS_PLATFORMS: 'none',
    POWERPOST_ALLOW_PRIVATE_URLS: 'true',
    POWERPOST_INSTAGRAM_CLIENT_ID: app.clientId,
    POWERPOST_INSTAGRAM_CLIENT_SECRET: app.clientSecret,
    POWERPOST_INSTAGRAM_API_URL: addresses.api,
    POWERPOST_INSTAGRAM_AUTHORIZE_URL: addresses.authorize,
    POWERPOST_INSTAGRAM_TOKEN_URL: addresses.token,
    POWERPOST_FACEBOOK_CLIENT_ID: 'facebook-app',
    POWERPOST_FACEBOOK_CLIENT_SECRET: facebookSecret,
    POWERPOST_FACEBOOK_API_URL: addresses.pages,
    POWERPOST_META_UPLOAD_URL: addresses.upload,
  }
}

type Requester = Pick<TestServer, 'request' | 'post'>

export async function startConnecting(server: Requester): Promise<ConnectionAuthorization> {
  const response = await server.post(CONNECTIONS, { platform: 'instagram' })
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as ConnectionAuthorization
}

/** A person connects an account of the fake Instagram. */
export async function connectInstagram(
  server: Requester,
  instagram: InstagramServer,
  userId = FIRST_USER,
): Promise<Connection> {
  const { authorize_url } = await startConnecting(server)
  const page = await openPage(instagram.consent(authorize_url, { userId }))
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Connected as @') })
  const found = (await listInstagram(server)).find(({ platform_account_id }) => platform_account_id === userId)
  if (!found) throw new Error('It is not connected')
  return found
}

export async function listInstagram(server: Requester): Promise<readonly Connection[]> {
  const response = await server.request(`${CONNECTIONS}?platform=instagram&limit=100`)
  return ((await response.json()) as ConnectionPage).data
}
