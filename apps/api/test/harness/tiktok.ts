import { appendFile, copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { randomUUID } from 'node:crypto'
import type { Connection, ConnectionAuthorization, ConnectionPage } from '@powerpost/contract'
import { expect } from 'vitest'
import type { TikTokServer } from '../fake-platforms/tiktok-server.ts'
import { FIRST_CREATOR } from '../fake-platforms/tiktok/consent.ts'
import type { TestServer } from './test-server.ts'
import { openPage } from './x.ts'

const CONNECTIONS = '/api/v1/connections'

/** What a person chose for a video. */
export const CHOSEN = {
  privacy_level: 'PUBLIC_TO_EVERYONE',
  allow_comment: true,
  allow_duet: false,
  allow_stitch: false,
} as const

/** The same for photos. */
export const CHOSEN_FOR_PHOTOS = { privacy_level: 'PUBLIC_TO_EVERYONE', allow_comment: true } as const

/** The settings by which a server speaks to the fake TikTok, which fetches photos from the server's own address. */
export function tiktokSettings({ addresses, app }: TikTokServer): Record<string, string> {
  return {
    // Metrics have a server of their own: test/fake-platforms/metrics-server.ts.
    POWERPOST_ANALYTICS_PLATFORMS: 'none',
    POWERPOST_ALLOW_PRIVATE_URLS: 'true',
    POWERPOST_TIKTOK_CLIENT_ID: app.clientId,
    POWERPOST_TIKTOK_CLIENT_SECRET: app.clientSecret,
    POWERPOST_TIKTOK_API_URL: addresses.api,
    POWERPOST_TIKTOK_UPLOAD_URL: addresses.upload,
    POWERPOST_TIKTOK_AUTHORIZE_URL: addresses.authorize,
    POWERPOST_TIKTOK_TOKEN_URL: addresses.token,
  }
}

type Requester = Pick<TestServer, 'request' | 'post'>

export async function startConnecting(server: Requester): Promise<ConnectionAuthorization> {
  const response = await server.post(CONNECTIONS, { platform: 'tiktok' })
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as ConnectionAuthorization
}

/** A person connects an account of the fake TikTok. */
export async function connectTikTok(
  server: Requester,
  tiktok: TikTokServer,
  options: Parameters<TikTokServer['consent']>[1] = {},
): Promise<Connection> {
  const { authorize_url } = await startConnecting(server)
  const page = await openPage(tiktok.consent(authorize_url, options))
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Connected as') })
  const { userId = FIRST_CREATOR } = options
  const found = (await listTikTok(server)).find(({ platform_account_id }) => platform_account_id === userId)
  if (!found) throw new Error('It is not connected')
  return found
}

export async function listTikTok(server: Requester): Promise<readonly Connection[]> {
  const response = await server.request(`${CONNECTIONS}?platform=tiktok&limit=100`)
  return ((await response.json()) as ConnectionPage).data
}

/** A copy of an MP4 with so many bytes behind it that mean nothing: a box of free space. */
export async function padVideo(path: string, bytes: number): Promise<string> {
  const padded = join(tmpdir(), `padded-${randomUUID()}.mp4`)
  await copyFile(path, padded)
  const header = Buffer.alloc(8)
  header.writeUInt32BE(bytes)
  header.write('free', 4)
  await appendFile(padded, Buffer.concat([header, Buffer.alloc(bytes - 8)]))
  return padded
}
