import type { Connection, ConnectionAuthorization, ConnectionPage } from '@powerpost/contract'
import { expect } from 'vitest'
import type { XServer } from '../fake-platforms/x-server.ts'
import type { TestServer } from './test-server.ts'

const CONNECTIONS = '/api/v1/connections'

/** The settings by which a server speaks to the fake X. */
export function settingsOf({ url, authorizeUrl, app }: XServer): Record<string, string> {
  return {
    POWERPOST_X_CLIENT_ID: app.clientId,
    ...(app.clientSecret !== undefined && { POWERPOST_X_CLIENT_SECRET: app.clientSecret }),
    POWERPOST_X_API_URL: url,
    POWERPOST_X_AUTHORIZE_URL: authorizeUrl,
  }
}

type Requester = Pick<TestServer, 'request' | 'post'>

export async function startConnecting(
  server: Requester,
  headers: Record<string, string> = {},
): Promise<ConnectionAuthorization> {
  const response = await server.post(CONNECTIONS, { platform: 'x' }, headers)
  expect(response.status).toBe(200)
  return (await response.json()) as ConnectionAuthorization
}

/** A page, as the person's browser sees it: without a key. */
export async function openPage(address: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(address)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** A person connects an account of the fake X. */
export async function connect(server: Requester, x: XServer, userId = '4711'): Promise<Connection> {
  const { authorize_url } = await startConnecting(server)
  const page = await openPage(x.consent(authorize_url, 'allow', userId))
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Connected as @') })
  const found = (await listConnections(server)).find(({ platform_account_id }) => platform_account_id === userId)
  if (!found) throw new Error('It is not connected')
  return found
}

export async function listConnections(server: Requester): Promise<readonly Connection[]> {
  const response = await server.request(`${CONNECTIONS}?platform=x&limit=100`)
  return ((await response.json()) as ConnectionPage).data
}
