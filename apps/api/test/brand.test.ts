import type { Brand } from '@powerpost/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addWorkspace } from './harness/add-tenant.ts'
import type { TestServer } from './harness/test-server.ts'
import { startTestServer } from './harness/test-server.ts'

const PROFILE = {
  name: 'Copper Pot',
  handle: '@copperpot',
  audience: 'people who cook at home',
  locale: 'en-GB',
  time_zone: 'Europe/London',
  slogan: 'Slow roasts, good days.',
  avoid: ['cheap'],
  fixed_hashtags: ['#CopperPot'],
  colors: ['#b87333'],
  defaults: { tone: 'dry', emoji: 'none', hashtags: 2, length: 'short', language: 'en' },
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const BRAND = '/api/v1/brand'

async function put(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return server.request(BRAND, {
    method: 'PUT',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
}

async function get(headers: Record<string, string> = {}): Promise<Brand> {
  return (await (await server.request(BRAND, { headers })).json()) as Brand
}

describe('the brand profile', () => {
  it('is empty before it is saved, and whole afterwards', async () => {
    expect(await get()).toEqual({ workspace_id: server.workspaceId, livemode: true })
    const saved = await put(PROFILE)
    expect(saved.status).toBe(200)
    expect(await saved.json()).toEqual({
      workspace_id: server.workspaceId,
      ...PROFILE,
      livemode: true,
      updated_at: expect.any(String),
    })
    expect(await get()).toMatchObject(PROFILE)
  })

  it('is replaced as a whole', async () => {
    await put(PROFILE)
    await put({ name: 'Tin Pot' })
    const { updated_at: _, ...brand } = await get()
    expect(brand).toEqual({ workspace_id: server.workspaceId, name: 'Tin Pot', livemode: true })
  })

  it('is of its workspace alone', async () => {
    await put(PROFILE)
    const { account_id } = await server.db.selectFrom('workspaces').select('account_id').executeTakeFirstOrThrow()
    const other = await addWorkspace(server.db, account_id)
    expect(await get({ 'X-Workspace-Id': other })).toEqual({ workspace_id: other, livemode: true })
  })

  it('saved by several at once is that of one of them', async () => {
    const names = ['A', 'B', 'C', 'D'].map((name) => ({ name, slogan: `${name}!` }))
    const answers = await Promise.all(names.map((profile) => put(profile)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const { name, slogan } = await get()
    expect(slogan).toBe(`${name}!`)
  })

  it.each([
    ['locale', { locale: 'english' }],
    ['time_zone', { time_zone: 'Mars/Olympus' }],
    ['fixed_hashtags[0]', { fixed_hashtags: ['two words'] }],
    ['colors[0]', { colors: ['red'] }],
    ['defaults.hashtags', { defaults: { hashtags: 31 } }],
    ['defaults.emoji', { defaults: { emoji: 'some' } }],
    ['avoid', { avoid: Array.from({ length: 51 }, () => 'x') }],
    ['logo_media_id', { logo_media_id: '0199a1b2-0000-7000-8000-000000000009' }],
  ])('with a wrong %s is refused by name, and nothing is saved', async (field, profile) => {
    await put({ name: 'Before' })
    const refused = await put({ name: 'After', ...profile })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(await refused.json())).toContain(`"${field}"`)
    expect((await get()).name).toBe('Before')
  })
})
