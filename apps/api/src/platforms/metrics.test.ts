import { createGuardedFetch } from '#outbound/index.ts'
import { systemClock } from '#shared/clock.ts'
import type { PostType } from '@powerpost/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MetricsServer } from '../../test/fake-platforms/metrics-server.ts'
import { startMetricsServer } from '../../test/fake-platforms/metrics-server.ts'
import { createFacebook } from './facebook/index.ts'
import { createInstagram } from './instagram/index.ts'
import { createLinkedIn } from './linkedin/index.ts'
import type { MetricsReader, OpenConnection, PostToMeasure, QuotaUsage } from './port.ts'
import { PublishError } from './port.ts'
import { createTestConnection } from './testing/connection.ts'
import { createTikTok } from './tiktok/index.ts'
import { createX } from './x/index.ts'
import { createYouTube } from './youtube/index.ts'
import { createTestCounter } from './youtube/testing/counter.ts'

const BOUNDS = { allowPrivate: true, timeoutMs: 5_000, maxBytes: 100_000, maxRedirects: 0, userAgent: 'PowerPost' }
const APP = { clientId: 'app', clientSecret: 'secret' }

let server: MetricsServer
beforeEach(async () => {
  server = await startMetricsServer()
})
afterEach(async () => {
  await server.stop()
  expect(server.complaints).toEqual([])
})

const fetch = createGuardedFetch(BOUNDS)
const clock = systemClock
const host = () => ({ fetch, clock, apiUrl: server.url, version: 'v26.0' })
const usages: QuotaUsage[] = []
const SIGN_IN = { state: 'state', codeVerifier: 'v'.repeat(43), redirectUri: 'https://example.com/back' }

function postsOf(postType: PostType, ...ids: readonly string[]): PostToMeasure[] {
  return ids.map((platformPostId, index) => ({
    itemId: `item-${index}`,
    platformPostId,
    postType,
    postedAt: new Date(0),
  }))
}

function read(
  reader: MetricsReader | undefined,
  posts: readonly PostToMeasure[],
  connection: Partial<OpenConnection> = {},
) {
  if (!reader) throw new Error('it reads no metrics')
  expect(posts.length).toBeLessThanOrEqual(reader.batchSize)
  const opened = { ...createTestConnection(['good-token']), ...connection }
  usages.length = 0
  const { signal } = new AbortController()
  return reader.read(posts, { connection: opened, signal, reportUsage: (usage) => usages.push(usage) })
}

describe('X', () => {
  const reader = () => createX({ ...APP, fetch, clock, apiUrl: server.url, authorizeUrl: 'https://x.invalid' }).metrics
  const path = '/2/tweets?ids=1,2,3&tweet.fields=public_metrics'

  it('is asked for many posts at once; those that are gone are said to be', async () => {
    const public_metrics = {
      retweet_count: 3,
      quote_count: 1,
      reply_count: 2,
      like_count: 9,
      bookmark_count: 4,
      impression_count: 120,
    }
    const errors = [
      { resource_id: '2', type: 'https://api.twitter.com/2/problems/resource-not-found', title: 'Not Found Error' },
    ]
    server.expect({ method: 'GET', path, reply: { body: { data: [{ id: '1', text: 'Hi', public_metrics }], errors } } })
    expect(await read(reader(), postsOf('x-post', '1', '2', '3'))).toEqual([
      { itemId: 'item-0', status: 'measured', values: { views: 120, likes: 9, comments: 2, shares: 4, saves: 4 } },
      { itemId: 'item-1', status: 'gone' },
    ])
  })

  it('says when it has no credits left, which is no retry', async () => {
    server.expect({ method: 'GET', path, reply: { status: 402, body: { title: 'CreditsDepleted' } } })
    await expect(read(reader(), postsOf('x-post', '1', '2', '3'))).rejects.toMatchObject({ failure: 'never' })
  })
})

describe('Instagram', () => {
  const reader = () =>
    createInstagram({
      clock,
      login: { ...APP, host: host(), authorizeUrl: 'https://i.invalid', tokenUrl: 'https://i.invalid' },
    }).metrics
  const connection = { signInPlatform: 'instagram' } as const
  const path = '/v26.0/178/insights?metric=views,reach,shares,likes,comments,saved,ig_reels_video_view_total_time'
  const denied = { status: 403, body: { error: { code: 10, message: '(#10) Application does not have permission' } } }

  it('gives insights of a reel, and how much of the quota is used', async () => {
    const values = {
      views: 900,
      reach: 700,
      shares: 8,
      likes: 50,
      comments: 4,
      saved: 12,
      ig_reels_video_view_total_time: 61_400,
    }
    const data = Object.entries(values).map(([name, value]) => ({ name, period: 'lifetime', values: [{ value }] }))
    const headers = { 'x-app-usage': '{"call_count":62,"total_time":3,"total_cputime":1}' }
    server.expect({ method: 'GET', path, reply: { headers, body: { data } } })
    expect(await read(reader(), postsOf('instagram-reel', '178'), connection)).toEqual([
      {
        itemId: 'item-0',
        status: 'measured',
        values: { views: 900, likes: 50, comments: 4, shares: 8, saves: 12, reach: 700, watch_seconds: 61 },
      },
    ])
    expect(usages).toEqual([{ scope: 'app', share: 0.62 }])
  })

  it('gives likes and comments to an account without the permission, and the token is good', async () => {
    const basic = '/v26.0/178?fields=like_count,comments_count'
    server.expect(
      { method: 'GET', path, reply: denied },
      { method: 'GET', path: basic, reply: { body: { like_count: 5, comments_count: 1, id: '178' } } },
    )
    const [found] = await read(reader(), postsOf('instagram-reel', '178'), connection)
    expect(found).toMatchObject({ status: 'measured', values: { likes: 5, comments: 1 } })
    expect(found).toHaveProperty('missingPermission', expect.stringContaining('instagram_manage_insights'))
  })

  it('says of a post that was deleted that it is gone', async () => {
    const gone = { status: 400, body: { error: { code: 100, error_subcode: 33, message: 'Unsupported get request' } } }
    server.expect({ method: 'GET', path, reply: gone })
    expect(await read(reader(), postsOf('instagram-reel', '178'), connection)).toEqual([
      { itemId: 'item-0', status: 'gone' },
    ])
  })
})

describe('Facebook', () => {
  const reader = () =>
    createFacebook({ ...APP, host: host(), clock, authorizeUrl: 'https://f.invalid', configId: undefined }).metrics
  const total = (total_count: number) => ({ data: [], summary: { total_count } })

  it('gives what people see of a post, and its insights by the names of today', async () => {
    const fields = 'shares,reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0)'
    const data = [
      { name: 'post_media_view', values: [{ value: 300 }] },
      { name: 'post_total_media_view_unique', values: [{ value: 220 }] },
      { name: 'post_clicks', values: [{ value: 17 }] },
    ]
    const metric = 'post_media_view,post_total_media_view_unique,post_clicks'
    server.expect(
      {
        method: 'GET',
        path: `/v26.0/1_2?fields=${fields}`,
        reply: { body: { reactions: total(9), comments: total(2), id: '1_2' } },
      },
      { method: 'GET', path: `/v26.0/1_2/insights?metric=${metric}`, reply: { body: { data } } },
    )
    expect(await read(reader(), postsOf('facebook-post', '1_2'))).toEqual([
      {
        itemId: 'item-0',
        status: 'measured',
        values: { views: 300, likes: 9, comments: 2, shares: 0, reach: 220, clicks: 17 },
      },
    ])
  })

  it('gives what people see of a reel to a page without the permission', async () => {
    const fields = 'likes.summary(total_count).limit(0),comments.summary(total_count).limit(0)'
    const denied = { status: 403, body: { error: { code: 200, message: '(#200) read_insights is missing' } } }
    server.expect(
      {
        method: 'GET',
        path: `/v26.0/77?fields=${fields}`,
        reply: { body: { likes: total(4), comments: total(0), id: '77' } },
      },
      { method: 'GET', path: '/v26.0/77/video_insights', reply: denied },
    )
    const [found] = await read(reader(), postsOf('facebook-reel', '77'))
    expect(found).toMatchObject({
      status: 'measured',
      values: { likes: 4, comments: 0 },
      missingPermission: expect.any(String),
    })
  })
})

describe('TikTok', () => {
  const reader = () =>
    createTikTok({
      fetch,
      clock,
      apiUrl: server.url,
      tokenUrl: 'https://t.invalid',
      authorizeUrl: 'https://t.invalid',
      clientId: 'app',
      clientSecret: 'secret',
    }).metrics
  const path = '/v2/video/query/?fields=id,view_count,like_count,comment_count,share_count'
  const json = { filters: { video_ids: ['71', '72'] } }

  it('gives the counts of public videos; the others are gone', async () => {
    const videos = [{ id: '71', view_count: 1000, like_count: 20, comment_count: 3, share_count: 1 }]
    server.expect({
      method: 'POST',
      path,
      json,
      reply: { body: { data: { videos }, error: { code: 'ok', message: '', log_id: '1' } } },
    })
    expect(await read(reader(), postsOf('tiktok-video', '71', '72'))).toEqual([
      { itemId: 'item-0', status: 'measured', values: { views: 1000, likes: 20, comments: 3, shares: 1 } },
      { itemId: 'item-1', status: 'gone' },
    ])
  })

  it('asks people for the permissions that the operator lists', () => {
    const options = {
      ...APP,
      fetch,
      clock,
      apiUrl: server.url,
      tokenUrl: 'https://t.invalid',
      authorizeUrl: 'https://t.invalid',
    }
    const scopesOf = (scopes?: readonly string[]) =>
      new URL(createTikTok({ ...options, scopes }).connector?.authorizeUrl(SIGN_IN) ?? '').searchParams.get('scope')
    expect(scopesOf()).toBe('user.info.basic,video.publish,video.upload')
    expect(scopesOf(['user.info.basic', 'video.publish', 'video.list'])).toBe(
      'user.info.basic,video.publish,video.list',
    )
  })

  it('asks nobody to connect again for a permission that is missing', async () => {
    const error = { code: 'scope_not_authorized', message: 'The user did not authorize the scope', log_id: '1' }
    server.expect({ method: 'POST', path, json, reply: { status: 401, body: { data: {}, error } } })
    const found = await read(reader(), postsOf('tiktok-video', '71', '72'))
    expect(found.map(({ status }) => status)).toEqual(['withheld', 'withheld'])
  })
})

describe('YouTube', () => {
  const youtube = (counter = createTestCounter()) =>
    createYouTube({
      ...APP,
      fetch,
      clock,
      counter,
      countAccounts: async () => 1,
      apiUrl: server.url,
      uploadUrl: server.url,
      authorizeUrl: 'https://y.invalid',
      tokenUrl: 'https://y.invalid',
    })
  const path = '/youtube/v3/videos?part=statistics&id=a,b'

  it('gives the statistics of videos, without likes that a channel hides', async () => {
    const items = [{ id: 'a', statistics: { viewCount: '4100', favoriteCount: '0', commentCount: '12' } }]
    server.expect({ method: 'GET', path, reply: { body: { items } } })
    expect(await read(youtube().metrics, postsOf('youtube-video', 'a', 'b'))).toEqual([
      { itemId: 'item-0', status: 'measured', values: { views: 4100, comments: 12 } },
      { itemId: 'item-1', status: 'gone' },
    ])
  })

  it('is not asked once half of the units of a day are used: publishing has the rest', async () => {
    const counter = createTestCounter()
    const adapter = youtube(counter)
    const [units] =
      (await adapter.describeLimits?.({ connection: createTestConnection([]), signal: AbortSignal.abort() }))?.filter(
        ({ name }) => name === 'units_day',
      ) ?? []
    if (!units) throw new Error('the units are not counted')
    const day = new Date((units.resetsAt?.getTime() ?? 0) - 12 * 3_600_000).toISOString().slice(0, 10)
    await counter.spend({ name: units.name, day, amount: units.total / 2, total: units.total })
    const refused = read(adapter.metrics, postsOf('youtube-video', 'a', 'b'))
    await expect(refused).rejects.toMatchObject({ failure: 'retry', scope: 'app', notBefore: units.resetsAt })
    await expect(refused).rejects.toBeInstanceOf(PublishError)
  })
})

describe('LinkedIn', () => {
  const reader = () =>
    createLinkedIn({
      ...APP,
      fetch,
      clock,
      baseUrl: server.url,
      version: '202607',
      authorizeUrl: 'https://l.invalid',
      tokenUrl: 'https://l.invalid',
      scopes: undefined,
    }).metrics

  it('gives the share statistics of an organization', async () => {
    const path =
      '/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=urn:li:organization:88&shares=List(urn:li:share:1)'
    const totalShareStatistics = {
      impressionCount: 500,
      uniqueImpressionsCount: 400,
      clickCount: 30,
      likeCount: -1,
      commentCount: 2,
      shareCount: 1,
      engagement: 0.1,
    }
    const headers = { 'linkedin-version': '202607', 'x-restli-protocol-version': '2.0.0' }
    const elements = [{ share: 'urn:li:share:1', totalShareStatistics }]
    server.expect({ method: 'GET', path, headers, reply: { body: { elements, paging: {} } } })
    const connection = { accountKind: 'organization', platformAccountId: '88' } as const
    expect(await read(reader(), postsOf('linkedin-post', 'urn:li:share:1'), connection)).toEqual([
      {
        itemId: 'item-0',
        status: 'measured',
        values: { views: 500, reach: 400, clicks: 30, likes: 0, comments: 2, shares: 1 },
      },
    ])
  })

  it('is not asked for a member, of whom it says nothing', async () => {
    const [found] = await read(reader(), postsOf('linkedin-post', 'urn:li:share:1'))
    expect(found).toMatchObject({ status: 'withheld', message: expect.stringContaining('members') })
  })
})
