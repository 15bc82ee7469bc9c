import type { PlatformChoices, PlatformList } from '@powerpost/contract'
import { PLATFORM_CHOICES, PLATFORMS, platformChoicesSchema } from '@powerpost/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { MovableClock } from './harness/movable-clock.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

let server: TestServer
let clock: MovableClock
beforeAll(async () => {
  clock = createMovableClock()
  server = await startTestServer({ clock, work: false })
})
afterAll(() => server.stop())

async function connect(platform: string, display_name = 'Shop'): Promise<string> {
  const created = await server.post('/api/v1/connections', { platform, sandbox: true, display_name })
  return ((await created.json()) as { connection_id: string }).connection_id
}

const ask = (id: string, name: string) => server.request(`/api/v1/connections/${id}/choices/${name}`)

async function read(id: string, name: string): Promise<PlatformChoices> {
  const response = await ask(id, name)
  expect(response.status, await response.clone().text()).toBe(200)
  return platformChoicesSchema.strict().parse(await response.json())
}

async function refusal(id: string, name: string) {
  const response = await ask(id, name)
  const { error } = (await response.json()) as { error: { code: string; message: string } }
  return {
    status: response.status,
    code: error.code,
    message: error.message,
    after: response.headers.get('retry-after'),
  }
}

/** Another account behind the same connection: its name is what the sandbox goes by. */
async function rename(id: string, displayName: string): Promise<void> {
  await server.db.updateTable('connections').set({ display_name: displayName }).where('id', '=', id).execute()
}

it('each list of each platform is in GET /platforms, and the sandbox has it', async () => {
  const { platforms } = (await (await server.request('/api/v1/platforms')).json()) as PlatformList
  expect(platforms.map(({ platform, choices }) => [platform, choices])).toEqual(
    PLATFORMS.map((platform) => [platform, PLATFORM_CHOICES[platform]]),
  )
  for (const { platform, choices } of platforms) {
    const id = choices.length > 0 ? await connect(platform) : ''
    for (const name of choices) {
      const list = await read(id, name)
      expect(list).toMatchObject({ connection_id: id, name, checked_at: expect.any(String) })
      expect(list.choices.length).toBeGreaterThan(1)
    }
  }
})

it('what an account may not choose is not in its list', async () => {
  const id = await connect('tiktok', 'Shop [sandbox:privacy_level=SELF_ONLY]')
  const { choices } = await read(id, 'creator_info')
  expect(choices.filter(({ option }) => option === 'privacy_level')).toEqual([
    { option: 'privacy_level', value: 'SELF_ONLY', label: 'Only you' },
  ])
  expect(choices).toContainEqual({ option: 'allow_duet', value: false, label: 'No duet' })
})

it('an answer is kept for five minutes, each list by itself', async () => {
  const id = await connect('youtube')
  const playlists = await read(id, 'playlists')
  clock.move({ minutes: 4 })
  const categories = await read(id, 'categories')
  expect(await read(id, 'playlists')).toEqual(playlists)
  clock.move({ minutes: 2 })
  expect(await read(id, 'categories')).toEqual(categories)
  const again = await read(id, 'playlists')
  expect(Date.parse(again.checked_at) - Date.parse(playlists.checked_at)).toBeGreaterThanOrEqual(360_000)
})

it('a name that the platform does not have is refused with those that it has', async () => {
  const youtube = await connect('youtube')
  expect(await refusal(youtube, 'organizations')).toMatchObject({
    status: 404,
    code: 'NOT_FOUND',
    message: 'YouTube has no choices named organizations. It has these choices: categories, playlists.',
  })
  expect(await refusal(await connect('x'), 'playlists')).toMatchObject({
    status: 404,
    message: 'X has no choices named playlists. It has no choices to ask for.',
  })
  const unknown = await refusal(youtube, 'moods')
  expect(unknown).toMatchObject({ status: 400, code: 'VALIDATION_ERROR' })
  expect(unknown.message).toContain('categories, creator_info, organizations, playlists')
  expect(await refusal('nonsense', 'playlists')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})

it('a platform that cannot be asked is said: by its last answer, or by an error that says what to do', async () => {
  const away = await connect('youtube', 'Away [sandbox:choices=unavailable]')
  expect(await refusal(away, 'playlists')).toEqual({
    status: 503,
    code: 'UNAVAILABLE',
    message: 'The sandbox is unavailable, as requested.',
    after: '60',
  })
  const closed = await connect('youtube', 'Closed [sandbox:choices=reconnect]')
  expect(await refusal(closed, 'playlists')).toMatchObject({ status: 409, code: 'CONFLICT' })
  clock.move({ seconds: 20 })
  expect(await refusal(away, 'playlists')).toMatchObject({ status: 503, after: '40' })
  expect(await refusal(closed, 'playlists')).toMatchObject({ status: 409, code: 'CONFLICT' })

  const id = await connect('youtube')
  const good = await read(id, 'playlists')
  await rename(id, 'Away [sandbox:choices=unavailable]')
  clock.move({ minutes: 6 })
  expect(await read(id, 'playlists')).toEqual({ ...good, error: 'The sandbox is unavailable, as requested.' })
  await rename(id, 'Shop')
  expect(await read(id, 'playlists')).toEqual({ ...good, error: 'The sandbox is unavailable, as requested.' })
  clock.move({ minutes: 1 })
  expect(await read(id, 'playlists')).not.toHaveProperty('error')
})

it('a connection that has ended is not asked', async () => {
  const id = await connect('youtube')
  await server.db.updateTable('connections').set({ status: 'revoked' }).where('id', '=', id).execute()
  expect(await refusal(id, 'playlists')).toMatchObject({ status: 409, code: 'CONFLICT' })
})
