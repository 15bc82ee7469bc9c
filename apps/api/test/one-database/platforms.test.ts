import type { PlatformList, PlatformVersionList, PostTypeRules } from '@powerpost/contract'
import { PLATFORMS, POST_TYPES, PUBLISHING_RULES } from '@powerpost/contract'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMovableClock } from '../harness/movable-clock.ts'
import type { TestServer } from '../harness/test-server.ts'
import { startTestServer } from '../harness/test-server.ts'

const clock = createMovableClock()
let server: TestServer
beforeAll(async () => {
  const environment = {
    POWERPOST_FACEBOOK_CLIENT_ID: 'an app',
    POWERPOST_FACEBOOK_CLIENT_SECRET: 'not a secret',
    POWERPOST_META_API_VERSION: 'v21.0',
  }
  server = await startTestServer({ work: false, clock, environment })
})
afterAll(() => server.stop())

async function get<Answer>(path: string): Promise<Answer> {
  const response = await server.request(`/api/v1${path}`)
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as Answer
}

it('every platform is listed with its post types and what is missing to connect accounts', async () => {
  const { platforms } = await get<PlatformList>('/platforms')
  expect(platforms.map(({ platform }) => platform)).toEqual(PLATFORMS)
  expect(platforms.flatMap(({ post_types }) => post_types.map(({ post_type }) => post_type)).toSorted()).toEqual(
    POST_TYPES.toSorted(),
  )
  const of = (name: string) => platforms.find(({ platform }) => platform === name)
  expect(of('facebook')).toMatchObject({ name: 'Facebook', publishing: 'ready' })
  expect(of('facebook')).not.toHaveProperty('settings')
  // Accounts behind the pages can be connected.
  expect(of('instagram')).toMatchObject({ publishing: 'ready' })
  expect(of('x')).toMatchObject({
    publishing: 'not_configured',
    settings: ['POWERPOST_X_CLIENT_ID', 'POWERPOST_X_CLIENT_SECRET'],
  })
  expect(of('tiktok')).toMatchObject({ publishing: 'not_configured' })
})

it.each(POST_TYPES)(
  'the rules of %s are those that preflight goes by, and a source stands with each figure',
  async (postType) => {
    const rules = await get<PostTypeRules>(`/platforms/${postType}`)
    const expected = PUBLISHING_RULES[postType]
    expect(rules).toMatchObject({
      post_type: postType,
      needs: expected.needs,
      ...(expected.text && { text: { max: expected.text.max, unit: expected.text.unit } }),
      ...(expected.images && { images: { count: { max: expected.images.count.max } } }),
      ...(expected.videos && { videos: { formats: { allowed: expected.videos.formats.allowed } } }),
    })
    expect(withoutSource(rules)).toEqual([])
  },
)

it('the schema of options takes what a post takes, and names what it may be', async () => {
  const { options_schema } = await get<PostTypeRules>('/platforms/tiktok-video')
  const isValid = new Ajv2020({ strict: false }).compile(options_schema)
  expect(isValid({ privacy_level: 'SELF_ONLY', allow_duet: true })).toBe(true)
  expect(isValid({ privacy_level: 'everybody' })).toBe(false)
})

it('a post type that is none is refused by its name', async () => {
  const response = await server.request('/api/v1/platforms/myspace-post')
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('post_type')
})

it('the version of an API says when it ends, and that it has', async () => {
  const read = async () => (await get<PlatformVersionList>('/platform-versions')).platform_versions[0]
  clock.move({ seconds: (Date.parse('2026-11-01T00:00:00Z') - clock.now().getTime()) / 1000 })
  expect(await read()).toMatchObject({
    api: 'meta',
    platforms: ['instagram', 'facebook'],
    version: 'v21.0',
    setting: 'POWERPOST_META_API_VERSION',
    status: 'supported',
    ends_on: '2027-01-21',
    newest: 'v26.0',
  })
  clock.move({ seconds: 70 * 24 * 3600 })
  expect(await read()).toMatchObject({ status: 'ending' })
  clock.move({ seconds: 12 * 24 * 3600 })
  expect(await read()).toMatchObject({ status: 'ended' })
})

/** The paths of figures that no source stands with. */
function withoutSource(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || path === '.options_schema') return []
  const isFigure = 'max' in value || 'min' in value || 'allowed' in value
  const missing = isFigure && !('source' in value && 'checked' in value) ? [path] : []
  return [...missing, ...Object.entries(value).flatMap(([key, inner]) => withoutSource(inner, `${path}.${key}`))]
}
