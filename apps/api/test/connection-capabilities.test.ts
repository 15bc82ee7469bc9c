import type { Connection, ConnectionCapabilities, ConnectionRequest } from '@powerpost/contract'
import { connectionCapabilitiesSchema } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMedium, VIDEO } from './harness/add-medium.ts'
import { preflight } from './harness/drafts.ts'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'
import { answerSignIn, see, startSignIn } from './harness/sign-in.ts'

const PATH = '/api/v1/connections'

let server: TestServer
let clock: MovableClock
beforeAll(async () => {
  clock = createMovableClock()
  server = await startTestServer({ clock })
})
afterAll(() => server.stop())

async function connect(body: object): Promise<Connection> {
  return (await (await server.post(PATH, { sandbox: true, ...body })).json()) as Connection
}

async function readCapabilities(id: string): Promise<ConnectionCapabilities> {
  const response = await server.request(`${PATH}/${id}/capabilities`)
  expect(response.status, await response.clone().text()).toBe(200)
  return connectionCapabilitiesSchema.strict().parse(await response.json())
}

describe('the capabilities of an account', () => {
  it('are asked for, kept for an hour, and asked for again', async () => {
    const { connection_id } = await connect({ platform: 'x', display_name: 'Short [sandbox:max_text=100]' })
    const asked = await readCapabilities(connection_id)
    expect(asked).toEqual({
      connection_id,
      text_length: 100,
      options: [],
      checked_at: expect.any(String),
    })
    clock.move({ minutes: 59 })
    expect(await readCapabilities(connection_id)).toEqual(asked)
    clock.move({ minutes: 2 })
    const { checked_at } = await readCapabilities(connection_id)
    expect(Date.parse(checked_at ?? '') - Date.parse(asked.checked_at ?? '')).toBeGreaterThan(3600_000)
  })

  it('are those of the platform where the account has none of its own', async () => {
    const { connection_id } = await connect({ platform: 'youtube' })
    expect(await readCapabilities(connection_id)).toMatchObject({ options: [] })
    expect((await server.request(`${PATH}/nonsense/capabilities`)).status).toBe(404)
  })

  it('narrow what preflight checks', async () => {
    const name = 'Shop [sandbox:max_video_seconds=20] [sandbox:privacy_level=SELF_ONLY|FOLLOWER_OF_CREATOR]'
    const { connection_id } = await connect({ platform: 'tiktok', display_name: name })
    const item = {
      post_type: 'tiktok-video' as const,
      content: 'Fresh bread',
      media_ids: [await addMedium(server, VIDEO)],
      connection_id,
    }
    const switches = { allow_comment: true, allow_duet: false, allow_stitch: false }
    const options = { privacy_level: 'PUBLIC_TO_EVERYONE' as const, ...switches }
    const wide = await preflight(server, { items: [{ ...item, options }] })
    expect(wide.problems).toMatchObject([
      { path: 'items[0].media_ids[0]', rule: 'duration', severity: 'error', limit: 20, actual: 30 },
      {
        path: 'items[0].options.privacy_level',
        rule: 'privacy_level',
        severity: 'error',
        limit: 'SELF_ONLY, FOLLOWER_OF_CREATOR',
        actual: 'PUBLIC_TO_EVERYONE',
      },
    ])
    const { connection_id: other } = await connect({ platform: 'tiktok' })
    const elsewhere = { ...item, connection_id: other, options }
    expect(await preflight(server, { items: [elsewhere] })).toMatchObject({
      publishable: true,
      problems: [],
      changes: [],
    })
  })
})

describe('a sign-in', () => {
  it('reaches accounts of another platform, which are connected as such, with their pictures', async () => {
    const { request_id, authorize_url } = await startSignIn(server, { platform: 'facebook' })
    await see(await answerSignIn(authorize_url))
    const path = `${PATH}/requests/${request_id}`
    const { choices = [] } = (await (await server.request(path)).json()) as ConnectionRequest
    expect(choices.map(({ platform, kind }) => `${platform} ${kind}`)).toEqual([
      'facebook page',
      'facebook page',
      'facebook page',
      'instagram profile',
    ])
    const choice_ids = choices.flatMap(({ choice_id }, index) => (index % 3 === 0 ? [choice_id] : []))
    const chosen = (await (await server.post(`${path}/choose`, { choice_ids })).json()) as ConnectionRequest
    const connected = await Promise.all(
      (chosen.connection_ids ?? []).map(async (id) => (await server.request(`${PATH}/${id}`)).json()),
    )
    expect(connected).toMatchObject([
      { platform: 'facebook', account_kind: 'page', picture_url: 'https://sandbox.invalid/pictures/facebook-1.png' },
      { platform: 'instagram', account_kind: 'profile', picture_url: null },
    ])
  })
})
