import type { Connection, ConnectionAuthorization, ConnectionPage } from '@powerpost/contract'
import { expect } from 'vitest'
import type { YouTubeServer } from '../fake-platforms/youtube-server.ts'
import { FIRST_CHANNEL } from '../fake-platforms/youtube-server.ts'
import type { SeenPage } from './sign-in.ts'
import { see } from './sign-in.ts'
import type { TestServer } from './test-server.ts'

const CONNECTIONS = '/api/v1/connections'

/** The settings by which a server speaks to the fake YouTube. */
export function youTubeSettingsOf({ url, authorizeUrl, tokenUrl, app }: YouTubeServer): Record<string, string> {
  return {
    // Metrics have a server of their own: test/fake-platforms/metrics-server.ts.
    POWERPOST_ANALYTICS_PLATFORMS: 'none',
    POWERPOST_ALLOW_PRIVATE_URLS: 'true',
    POWERPOST_YOUTUBE_CLIENT_ID: app.clientId,
    POWERPOST_YOUTUBE_CLIENT_SECRET: app.clientSecret,
    POWERPOST_YOUTUBE_API_URL: url,
    POWERPOST_YOUTUBE_UPLOAD_URL: url,
    POWERPOST_YOUTUBE_AUTHORIZE_URL: authorizeUrl,
    POWERPOST_YOUTUBE_TOKEN_URL: tokenUrl,
  }
}

type Requester = Pick<TestServer, 'request' | 'post'>
type Choice = NonNullable<Parameters<YouTubeServer['consent']>[1]>

export async function startYouTubeSignIn(server: Requester): Promise<ConnectionAuthorization> {
  const response = await server.post(CONNECTIONS, { platform: 'youtube' })
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as ConnectionAuthorization
}

/** A person signs in to the fake Google; what this server shows them then. */
export async function signInToYouTube(
  server: Requester,
  youtube: YouTubeServer,
  choice: Choice = {},
): Promise<SeenPage> {
  const { authorize_url } = await startYouTubeSignIn(server)
  return see(youtube.consent(authorize_url, choice))
}

/** A person connects a channel of the fake YouTube. */
export async function connectChannel(
  server: Requester,
  youtube: YouTubeServer,
  choice: Choice = {},
): Promise<Connection> {
  const page = await signInToYouTube(server, youtube, choice)
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Connected as') })
  const { channelId = FIRST_CHANNEL } = choice
  const found = (await listChannels(server)).find(({ platform_account_id }) => platform_account_id === channelId)
  if (!found) throw new Error('It is not connected')
  return found
}

export async function listChannels(server: Requester): Promise<readonly Connection[]> {
  const response = await server.request(`${CONNECTIONS}?platform=youtube&limit=100`)
  return ((await response.json()) as ConnectionPage).data
}
